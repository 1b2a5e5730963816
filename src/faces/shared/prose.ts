import type { Html } from "../../components/html.ts";
import { html, join } from "../../components/html.ts";

const LINK = /\[([^\]]+)\]\(((?:https:\/\/|\/|tel:|mailto:)[^\s)]+)\)/g;

/** Text of a definition or a council: paragraphs between blank lines, lists of lines that start with "- ", and [links](https://address). */
export function prose(text: string): Html {
  return join(
    text
      .trim()
      .split(/\n\s*\n/)
      .filter((block) => block.trim() !== "")
      .map(block),
  );
}

function block(text: string): Html {
  const lines = text.trim().split("\n");
  if (lines.every((line) => line.startsWith("- "))) return bullets(lines.map((line) => line.slice(2)));
  return html`<p class="govuk-body">${inline(lines.join(" "))}</p>`;
}

/** A bulleted list; a single entry is a plain paragraph. */
export function bullets(lines: readonly string[]): Html {
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return html`<p class="govuk-body">${inline(only)}</p>`;
  return html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${inline(line)}</li>`)}</ul>`;
}

/** One line of text with its [links](https://address). */
export function inline(text: string): Html {
  const pieces: (Html | string)[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    pieces.push(text.slice(from, match.index), html`<a class="govuk-link" href="${match[2]}">${match[1]}</a>`);
    from = match.index + match[0].length;
  }
  return join([...pieces, text.slice(from)]);
}
