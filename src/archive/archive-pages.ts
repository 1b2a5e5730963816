import type { Html, Slot } from "../components/html.ts";
import { html } from "../components/html.ts";
import type { ArchiveItem, LeftOut } from "./archive-items.ts";
import { EXEMPTIONS } from "./exemptions.ts";
import type { HeldCase } from "./archive-items.ts";

function sheet(title: string, main: Slot): string {
  return html`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:1.1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold;margin-top:1rem}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}</style></head><body><h1>${title}</h1>${main}</body></html>`
    .markup;
}

/** What is in the archive, what is not and why. */
export function indexPage(given: {
  readonly council: string;
  readonly name: string;
  readonly day: string;
  readonly cases: readonly { readonly reference: string; readonly title: string; readonly day: string }[];
  readonly leftOut: LeftOut;
}): string {
  const { council, name, day, cases, leftOut } = given;
  const whys = [...new Set(leftOut.values())].map(
    (why) => html`<li>${EXEMPTIONS[why]}: ${[...leftOut.values()].filter((one) => one === why).length}</li>`,
  );
  return sheet(
    `What ${council} holds about ${name}`,
    html`<p>As of ${day}. Each page is there to read; answers.csv, messages.csv, events.csv and calls.csv hold the same for spreadsheets, and the .json files for programs.</p>
<h2>Cases</h2><ul>${cases.map(({ reference, title, day: from }) => html`<li><a href="${reference}/case.html">${reference}</a>: ${title}, ${from}</li>`)}</ul>
<h2>Besides</h2><ul><li><a href="calls.csv">Calls and visits</a></li><li><a href="drafts.json">Journeys that were not sent</a></li><li><a href="person.json">What the desk keeps of you</a></li></ul>
<h2>What is left out</h2>${whys.length === 0 ? html`<p>Nothing but what is about other people.</p>` : html`<ul>${whys}</ul>`}<p>Names of other people, and what they alone told us, are not here. You may ask us to look again, or complain to the Information Commissioner: ico.org.uk.</p>`,
  );
}

/** One case, to be read. */
export function caseSheetPage({ item, service }: HeldCase, items: readonly ArchiveItem[]): string {
  const part = (kind: ArchiveItem["kind"], title: string): Slot => {
    const own = items.filter((one) => one.kind === kind);
    return own.length > 0 && html`<h2>${title}</h2><dl>${own.map(entry)}</dl>`;
  };
  return sheet(
    `${item.reference}: ${service.title}`,
    html`<p><a href="../index.html">All that is held</a></p>${part("answer", "Answers")}${part("message", "Messages")}${part("event", "What happened")}${part("file", "Files")}`,
  );
}

function entry({ title, text, at, file }: ArchiveItem): Html {
  const when = at === "" ? "" : ` (${at.slice(0, 16).replace("T", " ")})`;
  const link = file === undefined ? text : html`<a href="files/${fileName(file)}">${title}</a>, ${text}`;
  return html`<dt>${title}${when}</dt><dd>${link}</dd>`;
}

/** A name that no reader of zips takes for a path: that of the file behind its id. */
export function fileName({ id, name }: { readonly id: string; readonly name: string }): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[.-]+/, "")
    .slice(-80);
  return `${id.slice(-6)}-${plain === "" ? "file" : plain}`;
}
