// One Chromium for all pages. No page may leave its own site: requests elsewhere are stopped and kept.
import { pathToFileURL } from "node:url";
import { chromium } from "./packages.mjs";

const ARGUMENTS = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export function launch() {
  // Chromium's sandbox refuses to run as root, as in a container.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...ARGUMENTS, ...asRoot],
  });
}

export function isInside(directory, address) {
  const root = pathToFileURL(directory).href.replace(/\/*$/, "/");
  return address.startsWith(root) || address.startsWith("data:");
}

// A page that remembers what went wrong since it was last left: `open(address)`, `take()`.
export async function watchedPage(context, directory) {
  const page = await context.newPage();
  let requests = [];
  let messages = [];
  await page.route("**/*", (route) => {
    if (isInside(directory, route.request().url())) return route.continue();
    return route.abort("blockedbyclient");
  });
  page.on("request", (request) => {
    if (!isInside(directory, request.url())) requests.push(`request to ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    // What the page has not read yet when it is left is no fault of its.
    if (request.failure()?.errorText === "net::ERR_ABORTED") return;
    if (isInside(directory, request.url())) requests.push(`cannot be read: ${request.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) messages.push(message.text());
  });
  page.on("pageerror", (error) => messages.push(String(error)));
  // Opens a file; done when its fonts are there, too, so that what is measured stays as it is.
  page.open = async (address) => {
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready.then(() => true));
  };
  // Leaves the page first, so that nothing of it is told as the next one's.
  page.take = async () => {
    await page.goto("about:blank");
    const taken = { requests, messages };
    requests = [];
    messages = [];
    return taken;
  };
  return page;
}

// Runs `work` on every item, as many at once as there are pages.
export async function shareOut(pages, items, work) {
  const queue = [...items];
  await Promise.all(pages.map(async (page) => {
    while (queue.length) await work(page, queue.shift());
  }));
}
