// Pictures of all pages of a site, for people to look at.
//   node screenshots.mjs DIR OUT [--width N] [--dark] [--print]
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { addressOf, nameIn, pagesUnder } from "./files.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: "string", default: "1280" },
    dark: { type: "boolean", default: false },
    print: { type: "boolean", default: false },
  },
});
if (positionals.length !== 2) {
  console.error("usage: node screenshots.mjs DIR OUT [--width N] [--dark] [--print]");
  process.exit(2);
}
const [directory, out] = positionals.map((path) => resolve(path));
mkdirSync(out, { recursive: true });
const browser = await launch();
const page = await browser.newPage({
  viewport: { width: Number(values.width), height: 900 },
  colorScheme: values.dark ? "dark" : "light",
});
await page.emulateMedia({ media: values.print ? "print" : "screen" });
for (const file of pagesUnder(directory)) {
  await page.goto(addressOf(file));
  const picture = join(out, `${nameIn(directory, file).replaceAll("/", "_").replace(/\.html$/, "")}.png`);
  await page.screenshot({ path: picture, fullPage: true });
  console.log(picture);
}
await browser.close();
