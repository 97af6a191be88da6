// The npm packages, found beside this folder or in NODE_PATH, which only `require` heeds.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export const axe = require("axe-core");
export const { chromium } = require("playwright-core");
export const nuCheckerJar = require("vnu-jar");
