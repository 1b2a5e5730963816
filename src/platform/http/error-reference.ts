import { ERRORS, OPERATOR_ERRORS } from "./error-list.ts";
import type { ErrorEntry } from "./error-list.ts";

function section([code, { status, title, advice }]: [string, ErrorEntry]): string {
  return `### ${code}\n\n${title}. Status ${status}.\n\n${advice}\n`;
}

/** The text of docs/reference/errors.md. A test holds that the page says exactly this. */
export function errorReference(): string {
  const met = Object.entries<ErrorEntry>(ERRORS).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  const run = Object.entries(OPERATOR_ERRORS).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  return [
    "# Errors\n",
    "Written by `npm run docs` from `src/platform/http/error-list.ts`.\n",
    "## Errors that a page or the API answers with\n",
    "A page shows the title and the advice. The API answers with a problem document (RFC 9457) whose `code` is the name below.\n",
    ...met.map(section),
    "## Errors at start and on the command line\n",
    ...run.map(([code, meaning]) => `- \`${code}\`: ${meaning}`),
    "",
  ].join("\n");
}
