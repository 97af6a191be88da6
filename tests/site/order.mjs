// Letters as they are seen, from left to right: each line that a browser shows of a report is a line of its PDF.
//   node order.mjs REPORT_DIR FILE.pdf
// For reports whose blocks take one line each; signs that are no letters or digits are left out.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { launch } from "./browser.mjs";
import { addressOf, pagesUnder } from "./files.mjs";

const [directory, pdf] = process.argv.slice(2).map((path) => resolve(path));
const TURNED = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const kept = (text) => text.replace(/[^\p{L}\p{Nd}]/gu, "");

// In the page: per block its letters, each with the middle of its place.
function lettersOfBlocks() {
  const blocks = new Map();
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const block = text.parentElement.closest("tr, p, li, h1, h2, h3, h4, figcaption, caption, text");
    if (!block || text.parentElement.closest("nav, [hidden], .footnote, section.imprint")) continue;
    if (!blocks.has(block)) blocks.set(block, []);
    for (let i = 0; i < text.length; i++) {
      const range = document.createRange();
      range.setStart(text, i);
      range.setEnd(text, i + 1);
      const [place] = range.getClientRects();
      if (place) blocks.get(block).push({ letter: text.data[i], x: place.left + place.width / 2, y: place.top });
    }
  }
  return [...blocks.values()];
}

const seen = (letters) => kept([...letters].sort((a, b) => a.x - b.x).map(({ letter }) => letter).join(""));

// Poppler gives words with their letters in the order of the text.
function linesOfPdf() {
  const found = execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8" });
  const lines = [];
  for (const page of found.split("<page ").slice(1)) {
    const words = [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/gu)];
    let line = [], last = -Infinity;
    const places = words.map(([, x, top, , bottom, text]) => ({ x: Number(x), y: (Number(top) + Number(bottom)) / 2, text }));
    for (const word of places.sort((a, b) => a.y - b.y)) {
      if (word.y - last > 4) lines.push(line = []);
      line.push(word);
      last = word.y;
    }
  }
  const shown = (text) => (TURNED.test(text) && !/\p{Nd}/u.test(text) ? [...text].reverse().join("") : text);
  return lines.map((line) => kept(line.sort((a, b) => a.x - b.x).map(({ text }) => shown(text)).join("")));
}

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
const lines = linesOfPdf();
let passed = 0, failed = 0;
for (const file of pagesUnder(directory)) {
  await page.goto(addressOf(file));
  for (const letters of await page.evaluate(lettersOfBlocks)) {
    const text = seen(letters);
    if (!TURNED.test(text)) continue;
    if (lines.some((line) => line.includes(text))) passed++;
    else failed++, console.log(`not a line of the PDF: ${text}`);
  }
}
await browser.close();
if (passed + failed === 0) failed++, console.log("no line runs from right to left");
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
