import webpack from "webpack";
import configurations from "../webpack.config.js";

/**
 * Runs webpack in production mode.
 * @param {readonly string[]} names configurations to build: "product", "demo"
 * @param {Readonly<Record<string, string>>} [folders] where to, by name, if not where the configuration says
 * @returns {Promise<void>} rejects with webpack's own words where something does not build
 */
export async function bundle(names, folders = {}) {
  const all = await configurations({}, { mode: "production" });
  const chosen = all
    .filter(({ name }) => names.includes(name))
    .map(({ output, ...rest }) => ({ ...rest, output: { ...output, path: folders[rest.name] ?? output.path } }));
  const compiler = webpack(chosen);
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
