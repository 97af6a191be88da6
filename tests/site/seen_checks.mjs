// What people see and reach who set their browser to their needs: forced colours, wider text, the keyboard, large targets, no
// motion (WCAG 2.2: 1.4.1, 1.4.11, 1.4.12, 2.1.2, 2.4.3, 2.4.7, 2.5.8, 2.3.3). Each check gives a list of what is wrong.
import { findOverflow } from "./page_checks.mjs";

const TABS_MOST = 150;

const said = (found) => [...new Set(found)].slice(0, 5);

/* ---- wider text ---- */

// The distances of WCAG 1.4.12; a sheet that is made by a script is no inline style.
function spreadText() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
    " p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function findCut() {
  return [...document.body.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    const seen = element.clientWidth > 1 && element.clientHeight > 1 && style.visibility === "visible";
    return seen && ["hidden", "clip"].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
  }).map((element) => `${element.localName}.${element.className} is cut: ${element.textContent.trim().slice(0, 30)}`);
}

export async function checkSpacing(page) {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.evaluate(spreadText);
  const wrong = [...await page.evaluate(findOverflow), ...await page.evaluate(findCut)];
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return said(wrong);
}

/* ---- forced colours ---- */

// Lines of symbols and words of charts that do not stand out from what is behind them.
function findPale() {
  const channels = (colour) => (/rgba?\(([^)]*)\)/.exec(colour)?.[1] ?? "").split(/[, /]+/).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => {
    const [high, low] = [luminance(channels(a)), luminance(channels(b))].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element) => {
    for (let up = element; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor, [, , , alpha = 1] = channels(colour);
      if (alpha > 0.5) return colour;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const wrong = [];
  const hold = (element, colour, least, name) => {
    if (!element.getClientRects().length || colour === "none") return;
    const found = contrast(colour, behind(element));
    if (found < least) wrong.push(`${name} has a contrast of ${found.toFixed(1)}`);
  };
  for (const path of document.querySelectorAll(".symbol path")) hold(path, getComputedStyle(path).stroke, 3, "a symbol");
  for (const text of document.querySelectorAll(".chart text:not(.chart-figure)")) hold(text, getComputedStyle(text).fill, 4.5, "a word of a chart");
  for (const element of document.querySelectorAll("p, li, td, th, h1, h2, h3, h4, h5, h6, a")) {
    hold(element, getComputedStyle(element).color, 4.5, element.localName);
  }
  return wrong;
}

export async function checkForced(page) {
  const wrong = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ media: "screen", forcedColors: "active", colorScheme });
    wrong.push(...(await page.evaluate(findPale)).map((one) => `${colorScheme}: ${one}`));
  }
  await page.emulateMedia({ media: "screen", forcedColors: "none", colorScheme: "light" });
  return said(wrong);
}

/* ---- the keyboard ---- */

async function readFocus() {
  for (let i = 0; i < 2; i++) await new Promise((done) => requestAnimationFrame(done)); // until the page has scrolled
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  const all = [...document.querySelectorAll("*")];
  return {
    index: all.indexOf(element),
    name: `${element.localName}.${element.className} '${element.textContent.trim().slice(0, 30)}'`,
    shown: style.outlineStyle === "auto" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}

export async function checkFocus(page) {
  const wrong = [];
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ media: "screen", reducedMotion: "reduce" }); // the page goes there at once
  await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
  const count = await page.evaluate(() => [...document.querySelectorAll("a[href], button, summary, [tabindex='0']")]
    .filter((one) => one.getClientRects().length).length);
  let last = -1;
  for (let i = 0; i < TABS_MOST; i++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(readFocus);
    if (!focus || (focus.index <= last && i > 0)) {
      if (focus && focus.index === last && i < count) wrong.push(`${focus.name} keeps the focus`);
      break;
    }
    if (!focus.shown) wrong.push(`${focus.name} does not show that it has the focus`);
    if (!focus.inView) wrong.push(`${focus.name} has the focus and is not in view`);
    last = focus.index;
  }
  return said(wrong);
}

/* ---- targets ---- */

// Targets of less than 24 by 24 that have another one within a circle of that size; links in a sentence are excepted.
function findSmallTargets() {
  const LEAST = 24;
  const targets = [...document.querySelectorAll("a[href], summary, button, [tabindex='0']")].filter((one) => one.getClientRects().length);
  const inSentence = (link) => {
    if (link.localName !== "a") return false;
    const block = link.closest("p, li, td, th, dd, dt, figcaption, caption, h1, h2, h3, h4, h5, h6");
    const letters = (one) => one.textContent.replace(/\s/g, "").length;
    const own = [...(block?.querySelectorAll("a") ?? [])].reduce((sum, one) => sum + letters(one), 0);
    return Boolean(block) && letters(block) > own;
  };
  const centre = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const near = ([x, y], box) => Math.hypot(x - Math.max(box.left, Math.min(x, box.right)), y - Math.max(box.top, Math.min(y, box.bottom))) < LEAST / 2;
  const boxes = targets.map((one) => one.getBoundingClientRect());
  return targets.filter((one, i) => {
    const box = boxes[i];
    if ((box.width >= LEAST && box.height >= LEAST) || box.width < 1 || inSentence(one)) return false;
    return boxes.some((other, j) => j !== i && !targets[j].contains(one) && !one.contains(targets[j]) && near(centre(box), other));
  }).map((one) => {
    const box = one.getBoundingClientRect();
    return `${one.localName}.${one.className} '${one.textContent.trim().slice(0, 30)}' is ${box.width.toFixed(0)} by ${box.height.toFixed(0)}, beside another`;
  });
}

export async function checkTargets(page) {
  const wrong = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    wrong.push(...await page.evaluate(findSmallTargets));
  }
  return said(wrong);
}

/* ---- motion ---- */

function findMotion() {
  return [...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    const moves = [style.transitionDuration, style.animationDuration].some((text) => text.split(",").some((one) => parseFloat(one) > 0.01));
    return moves || style.scrollBehavior === "smooth";
  }).map((element) => `${element.localName}.${element.className} moves`);
}

export async function checkMotion(page) {
  await page.emulateMedia({ media: "screen", reducedMotion: "reduce" });
  const wrong = await page.evaluate(findMotion);
  await page.emulateMedia({ media: "screen", reducedMotion: "no-preference" });
  return said(wrong);
}

/* ---- tables in windows of several widths ---- */

// A table that the program makes itself is not cut where a window has room, and no word in a table breaks without a hyphen.
function findCutTables() {
  const own = ".measures-table, .progress-table, .coverage-table, .summary-table, .overview, .scale, .norm-header, .history-table";
  const cut = [...document.querySelectorAll("main table")].filter((table) => {
    const region = table.closest(".scroll") ?? table.parentElement;
    return table.matches(own) && region.scrollWidth > region.clientWidth + 1;
  }).map((table) => `table.${table.className} is cut at ${innerWidth} px`);
  const broken = [];
  for (const cell of document.querySelectorAll("main :is(td, th)")) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), range = document.createRange();
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      for (const word of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1) broken.push(`the word ${word[0]} breaks at ${innerWidth} px`);
      }
    }
  }
  return [...cut, ...broken];
}

export async function checkTables(page) {
  const wrong = [];
  for (const width of [768, 1024, 1100, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    wrong.push(...await page.evaluate(findCutTables));
  }
  return said(wrong);
}

export const SEEN = { tables: checkTables, spacing: checkSpacing, forced: checkForced, targets: checkTargets, motion: checkMotion, focus: checkFocus };
