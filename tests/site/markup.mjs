// The Nu HTML checker on all pages and style sheets, in one run of Java.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { fileOf } from "./files.mjs";
import { nuCheckerJar } from "./packages.mjs";

// Messages that do not count, each with the reason. Keep this short: better is to change the page.
const ALLOWED = [
  {
    // It gives a file no origin and so lets 'self' match nothing. Chromium's own judgment of the
    // policy is in the check "console".
    pattern: /^Resource violates Content Security Policy .*(external \w+|image) “(?![a-z]+:|\/\/)[^”]*” blocked/,
  },
];

function isProblem(message) {
  const counts = message.type === "error" || message.type === "non-document-error"
    || message.subType === "warning";
  return counts && !ALLOWED.some(({ pattern }) => pattern.test(message.message));
}

// [{ file, text }] for everything the checker has against the files.
export async function markupProblems(files) {
  const { stdout } = await promisify(execFile)("java",
    ["-XX:-UsePerfData", "-jar", nuCheckerJar, "--format", "json", "--also-check-css", "--also-check-svg", "--stdout",
      "--exit-zero-always", ...files],
    { maxBuffer: 1 << 28 });
  return JSON.parse(stdout).messages.filter(isProblem).map((message) => ({
    file: fileOf(message.url),
    text: `${message.lastLine ?? "?"}: ${message.message}`,
  }));
}
