// The files of a site, and its addresses.
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export function filesUnder(directory) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

export function pagesUnder(directory) {
  return filesUnder(directory).filter((file) => file.endsWith(".html"));
}

export const nameIn = (directory, file) => relative(directory, file);
export const addressOf = (file) => pathToFileURL(file).href;
export const fileOf = (address) => fileURLToPath(address);
