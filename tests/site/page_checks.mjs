// What a page must have and be, looked at in the browser. Each check gives a list of what is wrong.
import { existsSync, statSync } from "node:fs";
import { addressOf, fileOf } from "./files.mjs";
import { isInside } from "./browser.mjs";

// Facts about the page that is open; runs in the page.
export function readFacts() {
  const attribute = (selector, name) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name));
  const head = [...document.head.children];
  const policy = head.find((element) => element.matches("meta[http-equiv='Content-Security-Policy' i]"));
  const firstLoad = head.findIndex((element) => element.matches("script, link[rel~=stylesheet], style"));
  return {
    lang: document.documentElement.lang,
    title: document.title.trim(),
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(
      (heading) => ({ level: Number(heading.localName[1]), text: heading.textContent.trim() })),
    policy: policy?.content ?? null,
    policyFirst: Boolean(policy) && (firstLoad < 0 || head.indexOf(policy) < firstLoad),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    links: attribute("a[href], area[href], link[href]", "href"),
    sources: attribute("img[src], script[src], source[src], iframe[src], embed[src]", "src"),
    words: (document.querySelector("main")?.innerText ?? "").split(/\s+/).filter(Boolean).length,
  };
}

export function checkLanguage(facts) {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(facts.lang) ? [] : [`html lang is '${facts.lang}'`];
}

export function checkTitle(facts, factsOfAll) {
  if (!facts.title) return ["no title"];
  const others = [...factsOfAll.values()].filter((other) => other.title === facts.title);
  return others.length > 1 ? [`title '${facts.title}' is on ${others.length} pages`] : [];
}

export function checkHeadings(facts) {
  const problems = [];
  const first = facts.headings.filter((heading) => heading.level === 1);
  if (first.length !== 1) problems.push(`${first.length} h1 elements`);
  facts.headings.forEach((heading, index) => {
    const before = index ? facts.headings[index - 1].level : 0;
    if (heading.level > before + 1) {
      problems.push(`h${heading.level} '${heading.text}' after ${before ? `h${before}` : "no heading"}`);
    }
    if (!heading.text) problems.push(`empty h${heading.level}`);
  });
  return problems;
}

// Everything from the own site and nothing inline: then an injected script cannot run.
export function checkPolicy(facts) {
  if (facts.policy === null) return ["no Content-Security-Policy"];
  const problems = facts.policyFirst ? [] : ["Content-Security-Policy stands after what it must govern"];
  if (!/default-src\s+('none'|'self')\s*(;|$)/.test(facts.policy)) {
    problems.push("default-src is not 'none' or 'self'");
  }
  const wide = facts.policy.match(/'unsafe-[a-z-]+'|\bhttps?:\S*|(?<=\s)\*\S*/g);
  return wide ? [...problems, `policy allows ${wide.join(" ")}`] : problems;
}

function linkProblem(directory, page, href, factsOfAll) {
  let target;
  try {
    target = new URL(href, addressOf(page));
  } catch {
    return `'${href}' is not an address`;
  }
  if (["https:", "http:", "mailto:", "tel:"].includes(target.protocol)) return null;
  if (target.protocol === "data:") return null;
  if (target.protocol !== "file:") return `'${href}' is of a kind that is not allowed`;
  const fragment = decodeURIComponent(target.hash.slice(1));
  target.hash = "";
  target.search = "";
  if (!isInside(directory, target.href)) return `'${href}' leaves the site`;
  const file = fileOf(target.href);
  if (!existsSync(file)) return `'${href}' does not exist`;
  if (!statSync(file).isFile()) return `'${href}' is a directory, which a file system does not open`;
  const facts = factsOfAll.get(file);
  return fragment && facts && !facts.ids.includes(fragment) ? `'${href}' has no such id` : null;
}

export function checkLinks(facts, factsOfAll, directory, page) {
  return [...new Set([...facts.links, ...facts.sources])]
    .map((href) => linkProblem(directory, page, href, factsOfAll)).filter(Boolean);
}

// Elements that make the page scroll sideways (WCAG 1.4.10); runs in the page.
export function findOverflow() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return [];
  const clipped = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible") return true;
    }
    return false;
  };
  const right = (element) => {
    const box = element.getBoundingClientRect();
    const text = getComputedStyle(element).overflowX === "visible" ? element.scrollWidth : 0;
    return Math.max(box.right, box.left + text);
  };
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => right(element) > width + 0.5 && !clipped(element));
  const names = wide.slice(-3).map((element) =>
    `${element.localName}${element.className ? `.${element.className}` : ""} '${element.textContent.trim().replace(/\s+/g, " ").slice(0, 30)}'`);
  return [`${document.documentElement.scrollWidth} px wide in ${width}: ${names.join(", ")}`];
}

// Printed, a page has its text and no navigation; runs in the page.
export function findPrintProblems() {
  const shown = (element) => element.getClientRects().length > 0;
  const problems = [...document.querySelectorAll("nav")].filter(shown).map(
    (nav) => `nav '${nav.getAttribute("aria-label") ?? nav.className}' is printed`);
  const main = document.querySelector("main");
  if (!main || !shown(main)) problems.push("main is not printed");
  return problems;
}

// Scripts may add to a page, its text must be there without them.
export function checkScriptless(facts, factsWithScripts) {
  if (!facts.words) return ["main has no text without JavaScript"];
  const lost = factsWithScripts.words - facts.words;
  return lost > factsWithScripts.words / 10 ? [`${lost} words of main are missing without JavaScript`] : [];
}
