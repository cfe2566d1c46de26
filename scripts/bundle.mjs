import webpack from "webpack";
import configurations from "../webpack.config.js";

/**
 * Runs webpack in production mode.
 * @param {Readonly<Record<string, string>>} folders where to, by configuration: "product", "web"
 * @param {(told: string) => void} [tell] told, line by line, how far it is
 * @returns {Promise<void>} rejects with webpack's own words where something does not build
 */
export async function bundle(folders, tell = () => {}) {
  const all = await configurations({}, { mode: "production" });
  const chosen = all
    .filter(({ name }) => name in folders)
    .map(({ output, ...rest }) => ({ ...rest, output: { ...output, path: folders[rest.name] } }));
  const compiler = webpack(chosen);
  new webpack.ProgressPlugin(progressTeller(tell)).apply(compiler);
  try {
    await new Promise((resolve, reject) => {
      compiler.run((error, stats) => {
        if (error) reject(error);
        else if (stats.hasErrors()) reject(new Error(stats.toString({ preset: "errors-only", colors: false })));
        else resolve();
      });
    });
  } finally {
    await new Promise((resolve) => compiler.close(resolve));
  }
}

/** Tells of every tenth part that is done, once. */
function progressTeller(tell) {
  let tenths = 0;
  return (share) => {
    const now = Math.floor(share * 10);
    if (now <= tenths) return;
    tenths = now;
    tell(`已完成 ${now * 10}%`);
  };
}
