// axe-core on a page as it is shown: light and dark, narrow and wide.
import { axe } from "./packages.mjs";

// 320 CSS pixels is the width at which WCAG 1.4.10 (Reflow) asks for no loss.
export const VIEWS = [
  { colorScheme: "light", width: 1280 }, { colorScheme: "light", width: 320 },
  { colorScheme: "dark", width: 1280 }, { colorScheme: "dark", width: 320 },
];

const OPTIONS = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  resultTypes: ["violations", "incomplete"],
  preload: false, // would fetch style sheets, which a page from a file may not
};

export const viewName = (view) => `axe ${view.colorScheme} ${view.width}`;

function describe(result) {
  const places = result.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ");
  const more = result.nodes.length > 3 ? ` and ${result.nodes.length - 3} more` : "";
  return `${result.id}: ${result.help} (${places}${more})`;
}

// { violations, notes }: a contrast that axe cannot compute is a note for people.
export async function audit(page, view) {
  await page.setViewportSize({ width: view.width, height: 900 });
  await page.emulateMedia({ colorScheme: view.colorScheme, media: "screen" });
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const results = await page.evaluate((options) => window.axe.run(document, options), OPTIONS);
  return {
    violations: results.violations.map(describe),
    notes: results.incomplete.filter((result) => result.id === "color-contrast").map(describe),
  };
}
