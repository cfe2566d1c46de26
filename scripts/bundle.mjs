import webpack from "webpack";
import configurations from "../webpack.config.js";

/**
 * Runs webpack in production mode.
 * @param {readonly string[]} names configurations to build: "product", "demo"
 * @returns {Promise<void>} rejects with webpack's own words where something does not build
 */
export async function bundle(names) {
  const chosen = configurations({}, { mode: "production" }).filter(({ name }) => names.includes(name));
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
