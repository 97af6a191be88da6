#!/usr/bin/env node
// What is heard of the PDF against what a browser tells a screen reader of the site: the same headings, lists, tables with the
// same heads, pictures and links, in the same order.
//
//     heard.mjs PROGRAM CONTENT SITE [REPORT...]      without reports: all that are in CONTENT
//     heard.mjs --selftest
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

// What the site alone has, or the PDF alone, and why. Everything else must be in both.
const BY_DESIGN = [
  { site: "nav:not(.contents), nav.contents ol", pdf: /^contents of /, why: "ways through pages and through paper are not the same" },
  { site: "body > header, body > footer, .download, a.skip", why: "a page's frame: the PDF has running heads, which are artifacts" },
  { site: ".scroll", keep: true, why: "a table that scrolls stands in a named region, which paper does not need" },
  { site: "aside[aria-label], section[aria-labelledby]", keep: true, why: "landmarks: PDF 1.7 has none, and their headings are in both" },
  { site: "a.to-report:not(.reference)", unlink: true, why: "a path within the site leads nowhere from a PDF; the words are in both" },
  { levels: true, why: "each page of the site begins at level 1; levels are compared by the steps between them" },
];

const folded = (text) => text.replace(/[\u00ad\u200b\u2060]/g, "").replace(/\s+/g, " ").trim();

/* ---- the site ---- */

function pagesOf(folder, links) {
  const files = [path.join(folder, "index.html")];
  for (const href of links) {
    const file = path.join(folder, decodeURIComponent(href.split("#")[0]));
    if (!files.includes(file) && existsSync(file)) files.push(file);
  }
  return files;
}

class Outline {
  constructor() {
    this.headings = [];
    this.lists = [];
    this.tables = [];
    this.pictures = [];
    this.links = [];
  }
}

const children = (node, nodes) =>
  (node.childIds ?? []).map((id) => nodes.get(id)).filter(Boolean)
    .flatMap((child) => (child.ignored || ["generic", "none", "InlineTextBox"].includes(child.role?.value)
      ? children(child, nodes) : [child]));

function textOf(node, nodes) {
  if (node.role.value === "StaticText") return node.name?.value ?? "";
  if (["image", "img", "ListMarker"].includes(node.role.value)) return "";
  return children(node, nodes).map((child) => textOf(child, nodes)).join(" ");
}

const bare = (text) => folded(text).replace(/\s/g, "");

function descendants(node, nodes, roles, inner) {
  return children(node, nodes).flatMap((child) =>
    roles.includes(child.role.value) ? [child] : inner.includes(child.role.value) ? [] : descendants(child, nodes, roles, inner));
}

function visit(node, nodes, outline) {
  const role = node.role.value, name = folded(node.name?.value ?? "");
  if (role === "heading") outline.headings.push({ level: node.properties.find((one) => one.name === "level")?.value.value, text: bare(textOf(node, nodes)) });
  if (role === "list") outline.lists.push(descendants(node, nodes, ["listitem"], ["list"]).length);
  if (role === "DescriptionList") {
    const parts = descendants(node, nodes, ["term", "definition"], []).map((part) => part.role.value);
    outline.lists.push(parts.filter((part, index) => part === "term" && parts[index - 1] !== "term").length);
  }
  if (role === "table") outline.tables.push(descendants(node, nodes, ["row"], ["table"]).map((row) =>
    descendants(row, nodes, ["columnheader", "rowheader", "cell", "gridcell"], []).map((cell) => `${cell.role.value}=${bare(textOf(cell, nodes))}`).join("|")));
  if (["image", "img"].includes(role)) outline.pictures.push(name);
  if (["link", "doc-noteref", "doc-backlink"].includes(role)) outline.links.push(bare(name));
  for (const child of children(node, nodes)) visit(child, nodes, outline);
}

async function readPage(page, file, outline) {
  await page.goto(pathToFileURL(file).href);
  const chosen = (test) => BY_DESIGN.filter((one) => one.site && test(one)).map((one) => one.site).join(", ");
  await page.evaluate(([silent, unlinked]) => {
    document.querySelectorAll(silent).forEach((one) => one.remove());
    document.querySelectorAll(unlinked).forEach((one) => one.removeAttribute("href"));
  }, [chosen((one) => !one.keep && !one.unlink), chosen((one) => one.unlink)]);
  const session = await page.context().newCDPSession(page);
  const { nodes: all } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const nodes = new Map(all.map((node) => [node.nodeId, node]));
  visit(all[0], nodes, outline);
}

async function outlineOfSite(page, folder) {
  const outline = new Outline();
  await page.goto(pathToFileURL(path.join(folder, "index.html")).href);
  const links = await page.$$eval("main nav.contents a", (found) => found.map((link) => link.getAttribute("href")));
  for (const file of pagesOf(folder, links)) await readPage(page, file, outline);
  return outline;
}

/* ---- the PDF ---- */

// Takes the marks out of a line, innermost first; what an author wrote in brackets stays.
function plain(text, outline) {
  const mark = /\[(?:link to (\S+): ([^[\]]*?)(?: = ([^[\]]*))?\]|figure: ([^[\]]*)\]|([a-z]{2,3}(?:-[\w-]+)?)\] |([A-Z]\w+ \w+)\] |([^[\]]*?) = ([^[\]]*)\]|([^[\]]*)\])/;
  for (let found; (found = mark.exec(text));) {
    const [whole, link, words, label, figure, language, attribute, short, , other] = found;
    let left = "";
    if (link !== undefined) {
      left = words;
      outline.links.push({ at: found.index, name: label ?? words });
    } else if (figure !== undefined) outline.pictures.push(folded(figure));
    else if (short !== undefined) left = short;
    else if (language === undefined && attribute === undefined) left = `\u0001${other}\u0002`;
    text = text.slice(0, found.index) + left + text.slice(found.index + whole.length);
  }
  return text.replaceAll("\u0001", "[").replaceAll("\u0002", "]");
}

const CELL = /^(column head|row head|cell)(?: over \d+ (?:columns|rows))*(?: \(|:|,|$| \[)/;
const ROLES = { "column head": "columnheader", "row head": "rowheader", cell: "cell" };

// The words of a line behind its role and, of a cell, behind the heads in brackets.
function wordsOf(line) {
  const cell = CELL.exec(line);
  if (!cell) return line.slice(line.indexOf(": ") + 2);
  let depth = 0;
  for (let i = cell[1].length; i < line.length; i++) {
    if (line[i] === "(") depth++;
    if (line[i] === ")") depth--;
    if (depth === 0 && line.startsWith(": ", i)) return line.slice(i + 2);
  }
  return "";
}

function outlineOfPdf(text) {
  const outline = new Outline();
  const tables = [];
  let skipped = Infinity;
  for (const whole of text.split("\n")) {
    const line = whole.trimStart(), depth = (whole.length - line.length) / 2;
    if (depth > skipped) continue;
    skipped = BY_DESIGN.some((one) => one.pdf?.test(line)) ? depth : Infinity;
    if (skipped === depth) continue;
    while (tables.length && tables.at(-1).depth >= depth) tables.pop();
    const links = outline.links.length;
    const words = line.includes(": ") ? plain(wordsOf(line), outline) : "";
    const list = /^list of (\d+)/.exec(line), heading = /^heading level (\d)/.exec(line);
    outline.links.push(...outline.links.splice(links).sort((a, b) => a.at - b.at).map((one) => bare(one.name ?? one)));
    if (heading) outline.headings.push({ level: Number(heading[1]), text: bare(words) });
    if (list) outline.lists.push(Number(list[1]));
    if (line.startsWith("table of ")) {
      outline.tables.push([]);
      tables.push({ depth, rows: outline.tables.at(-1) });
      continue;
    }
    const table = tables.at(-1);
    if (!table) { if (/^figure: /.test(line)) outline.pictures.push(folded(words)); continue; }
    if (/^row \d+$/.test(line) && depth === table.depth + 1) table.rows.push("");
    else if (CELL.test(line) && depth === table.depth + 2) {
      const row = table.rows.pop();
      table.rows.push(`${row}${row ? "|" : ""}${ROLES[CELL.exec(line)[1]]}=${bare(words)}`);
    } else if (depth > table.depth + 2 && table.rows.length && !/^figure/.test(line)) {
      const item = /^item "([^"]*)"/.exec(line);
      table.rows.push(table.rows.pop() + (item || /^(list|row|table)/.test(line) && !words ? bare(words) : bare(words)));
    }
    if (/^figure: /.test(line)) outline.pictures.push(folded(words));
  }
  return outline;
}

/* ---- both ---- */

// The steps from heading to heading; the first of each page of the site is its h1, where the PDF goes on.
function stepsOf(headings, other) {
  return headings.map((one, index) => {
    const opens = index === 0 || other[index]?.level === 1 || one.level === 1;
    return opens ? one.text : `${Math.sign(one.level - headings[index - 1].level)} ${one.text}`;
  });
}

function compare(kind, site, pdf) {
  const at = [...Array(Math.max(site.length, pdf.length)).keys()].find((i) => site[i] !== pdf[i]);
  if (at === undefined) return [];
  return [`${kind} ${at + 1} of ${site.length} on the site and ${pdf.length} in the PDF:\n    site ${site[at]}\n    PDF  ${pdf[at]}`];
}

export function differences(site, pdf) {
  const flat = (tables) => tables.flatMap((rows) => [`table of ${rows.length} rows`, ...rows]);
  return [
    ...compare("heading", stepsOf(site.headings, pdf.headings), stepsOf(pdf.headings, site.headings)),
    ...compare("list", site.lists, pdf.lists),
    ...compare("row", flat(site.tables), flat(pdf.tables)),
    ...compare("picture", site.pictures, pdf.pictures),
    ...compare("link", site.links, pdf.links),
  ];
}

// Each kind of difference is seen.
function selftest() {
  const heard = [
    "document [nl]", "heading level 1: Titel", "heading level 2: Inhoud", "contents of 1 entry", "  entry: [link to #a: A 3]",
    "heading level 2: A [en] b", "paragraph: zie [link to #n: 1 = Noot 1: de [GI = instelling]] [sic].", "list of 2 items, Disc",
    "table of 2 columns and 2 rows", "  caption: T (x)", "  row 1", "    column head: [GI = instelling]", "    column head: B", "  row 2",
    "    row head (GI): c: d", "    cell (B; c: d): 4 [figure: Eén plus.]", "figure: Een diagram: hoog.",
  ];
  const fine = outlineOfPdf(heard.join("\n"));
  const expected = Object.assign(new Outline(), {
    headings: [{ level: 1, text: "Titel" }, { level: 2, text: "Inhoud" }, { level: 2, text: "Ab" }], lists: [2],
    tables: [["columnheader=GI|columnheader=B", "rowheader=c:d|cell=4"]], pictures: ["Eén plus.", "Een diagram: hoog."],
    links: ["Noot1:deGI"],
  });
  const faults = heard.map((_, i) => heard.filter((__, j) => j !== i)).map((lines) => differences(expected, outlineOfPdf(lines.join("\n"))));
  const heardOf = [1, 2, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16];
  const results = [differences(expected, fine).length === 0, ...heardOf.map((i) => faults[i].length > 0)];
  if (!results[0]) console.log(differences(expected, fine).join("\n"));
  results.forEach((good, i) => good || console.log(`selftest ${i} is wrong`));
  const failed = results.filter((good) => !good).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

async function main([program, content, site, ...names]) {
  if (program === "--selftest") return selftest();
  const browser = await launch();
  const page = await (await browser.newContext()).newPage();
  let passed = 0, failed = 0;
  const reports = names.length ? names : readdirSync(content).filter((name) => existsSync(path.join(content, name, "report.yaml")));
  for (const name of reports) {
    const told = spawnSync(program, ["dump", "heard", path.join(content, name)], { encoding: "utf8", maxBuffer: 1 << 28 });
    const wrong = told.status === 0 ? differences(await outlineOfSite(page, path.join(site, name)), outlineOfPdf(told.stdout)) : [told.stderr];
    for (const one of wrong) console.log(`${name}: ${one}`);
    if (wrong.length) failed++;
    else passed++;
  }
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  return failed || !passed ? 1 : 0;
}

process.exit(await main(process.argv.slice(2)));
