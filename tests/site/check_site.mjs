// Check all pages of a site: markup, accessibility, privacy, layout, links. See ../README.md.
//   node check_site.mjs DIR        node check_site.mjs --selftest
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { VIEWS, audit, viewName } from "./accessibility.mjs";
import { launch, shareOut, watchedPage } from "./browser.mjs";
import { addressOf, filesUnder, nameIn, pagesUnder } from "./files.mjs";
import { markupProblems } from "./markup.mjs";
import {
  checkHeadings, checkLanguage, checkLinks, checkPolicy, checkScriptless, checkTitle, findOverflow,
  findPrintProblems, readFacts,
} from "./page_checks.mjs";
import { SEEN } from "./seen_checks.mjs";

const PAGES_AT_ONCE = 3;

// What each check found: (file, check) -> problems. A check of a page without problems has passed.
class Results {
  outcomes = new Map();
  notes = [];

  add(file, check, problems) {
    const key = `${file}\0${check}`;
    this.outcomes.set(key, [...new Set([...(this.outcomes.get(key) ?? []), ...problems])]);
  }

  failed() {
    return [...this.outcomes].filter(([, problems]) => problems.length)
      .map(([key, problems]) => [...key.split("\0"), problems]).sort();
  }
}

async function checkMarkup(directory, results) {
  const files = filesUnder(directory).filter((file) => /\.(html|css|svg)$/.test(file));
  for (const file of files) results.add(file, "markup", []);
  for (const { file, text } of await markupProblems(files)) results.add(file, "markup", [text]);
}

// Without JavaScript: the page as the writer made it.
async function visitScriptless(page, file, facts, results) {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.emulateMedia({ media: "screen" });
  await page.open(addressOf(file));
  facts.set(file, await page.evaluate(readFacts));
  results.add(file, "overflow", await page.evaluate(findOverflow));
  await page.emulateMedia({ media: "print" });
  results.add(file, "print", await page.evaluate(findPrintProblems));
  results.add(file, "requests", (await page.take()).requests);
}

async function visit(page, file, factsWithScripts, results) {
  await page.open(addressOf(file));
  factsWithScripts.set(file, await page.evaluate(readFacts));
  for (const view of VIEWS) {
    const { violations, notes } = await audit(page, view);
    results.add(file, viewName(view), violations);
    results.notes.push(...notes.map((note) => [file, viewName(view), note]));
    if (view.width === 320) results.add(file, "overflow", await page.evaluate(findOverflow));
  }
  for (const [check, look] of Object.entries(SEEN)) results.add(file, check, await look(page));
  const { requests, messages } = await page.take();
  results.add(file, "requests", requests);
  results.add(file, "console", [...new Set(messages)]);
}

async function visitAll(directory, files, options, work) {
  const context = await options.browser.newContext({ javaScriptEnabled: options.scripts });
  const pages = await Promise.all(
    Array.from({ length: PAGES_AT_ONCE }, () => watchedPage(context, directory)));
  await shareOut(pages, files, work);
  await context.close();
}

async function checkSite(directory) {
  const results = new Results();
  const files = pagesUnder(directory);
  const facts = new Map();
  const factsWithScripts = new Map();
  const markup = checkMarkup(directory, results);
  const browser = await launch();
  try {
    await visitAll(directory, files, { browser, scripts: false },
      (page, file) => visitScriptless(page, file, facts, results));
    await visitAll(directory, files, { browser, scripts: true },
      (page, file) => visit(page, file, factsWithScripts, results));
  } finally {
    await browser.close();
  }
  for (const file of files) {
    const its = facts.get(file);
    results.add(file, "language", checkLanguage(its));
    results.add(file, "title", checkTitle(its, facts));
    results.add(file, "headings", checkHeadings(its));
    results.add(file, "policy", checkPolicy(its));
    results.add(file, "links", checkLinks(its, factsWithScripts, directory, file));
    results.add(file, "scriptless", checkScriptless(its, factsWithScripts.get(file)));
  }
  await markup;
  return results;
}

function report(directory, results) {
  for (const [file, check, note] of results.notes) {
    console.log(`${nameIn(directory, file)}: ${check}: note: ${note}`);
  }
  const failed = results.failed();
  for (const [file, check, problems] of failed) {
    for (const problem of problems) console.log(`${nameIn(directory, file)}: ${check}: ${problem}`);
  }
  return summary(results.outcomes.size - failed.length, failed.length);
}

function summary(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

// Each page of selftest/ must fail exactly the checks that expected.json names for it.
async function selftest() {
  const directory = fileURLToPath(new URL("selftest", import.meta.url));
  const expected = JSON.parse(readFileSync(join(directory, "expected.json"), "utf8"));
  const results = await checkSite(directory);
  const found = {};
  for (const [file, check] of results.failed()) (found[nameIn(directory, file)] ??= []).push(check);
  const wrong = Object.keys({ ...expected, ...found }).filter((name) =>
    [...(expected[name] ?? [])].sort().join() !== [...(found[name] ?? [])].sort().join());
  for (const name of wrong) {
    console.log(`${name}: expected [${expected[name] ?? ""}], found [${found[name] ?? ""}]`);
    for (const [file, check, problems] of results.failed()) if (nameIn(directory, file) === name) console.log(`    ${check}: ${problems}`);
  }
  const checks = new Set([...results.outcomes.keys()].map((key) => key.split("\0")[1]));
  const proved = new Set(Object.values(found).flat());
  const unproved = [...checks].filter((check) => !proved.has(check));
  for (const check of unproved) console.log(`no page makes '${check}' fail`);
  const total = Object.keys(expected).length + checks.size;
  return summary(total - wrong.length - unproved.length, wrong.length + unproved.length);
}

const [argument] = process.argv.slice(2);
if (!argument) {
  console.error("usage: node check_site.mjs DIR | --selftest");
  process.exitCode = 2;
} else if (argument === "--selftest") {
  process.exitCode = await selftest();
} else {
  const directory = resolve(argument);
  process.exitCode = report(directory, await checkSite(directory));
}
