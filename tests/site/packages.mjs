// The npm packages, which the Makefile installs in build/node_modules from tests/package-lock.json.
import { createRequire } from "node:module";

const require = createRequire(new URL("../../build/", import.meta.url));

export const axe = require("axe-core");
export const { chromium } = require("playwright-core");
export const nuCheckerJar = require("vnu-jar");
