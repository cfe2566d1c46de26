/** The address the manifest in the repository stands for: the development server's. */
export const DEVELOPMENT_ADDRESS = "https://localhost:3000";

/**
 * The manifest for an add-in served at `baseUrl`; the one of the development server where it is undefined.
 * @param {string} manifest text of manifest.xml
 * @param {string | undefined} baseUrl absolute https address, with or without a closing slash
 * @returns {string}
 * @throws {RangeError} where the address is none that Excel would load
 */
export function manifestFor(manifest, baseUrl) {
  if (baseUrl === undefined) return manifest;
  let address;
  try {
    address = new URL(baseUrl);
  } catch {
    throw new RangeError(`--base-url is no address: ${baseUrl}`);
  }
  if (address.protocol !== "https:")
    throw new RangeError(`--base-url must begin with https://: Excel loads nothing else`);
  if (address.search || address.hash || address.username) {
    throw new RangeError(`--base-url must be a plain folder address: ${baseUrl}`);
  }
  const folder = address.href.replace(/\/+$/, "").replaceAll("&", "&amp;");
  return manifest.replaceAll(DEVELOPMENT_ADDRESS, () => folder);
}
