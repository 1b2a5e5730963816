import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { tag } from "../../../components/tag.ts";
import type { Act } from "../../../councils/act.ts";
import type { Fate } from "../../../councils/act-words.ts";
import { actInWords, fateOf } from "../../../councils/act-words.ts";
import { moment } from "../../shared/dates.ts";
import { wideTable } from "../../shared/wide-table.ts";

const HEAD = ["Number", "When", "What", "Who", "Why"].map((text) => ({ text }));

interface Told {
  readonly service: string;
  readonly acts: readonly Act[];
  /** Of officers, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly now: Date;
  /** Whether the officer may call off what is planned. */
  readonly mayCallOff: boolean;
}

/** Every act about a service, the newest first. */
export function historyTable(told: Told): Html {
  if (told.acts.length === 0) return html`<p class="govuk-body">Nothing has been decided about it yet.</p>`;
  const rows = told.acts
    .toReversed()
    .map((act) => [
      { text: String(act.number) },
      { text: moment(act.madeAt) },
      { html: html`${actInWords(act)}${fateWords(act, told)}` },
      { text: whoDid(act, told.names) },
      { html: html`<span class="guildhall-words">${act.reason}</span>` },
    ]);
  return wideTable({ caption: "History", captionClasses: "govuk-visually-hidden", head: HEAD, rows });
}

function whoDid({ by, officer }: Act, names: ReadonlyMap<string, string>): string {
  if (by === "file") return "The definition file";
  return by === "operator" ? "The command line" : (names.get(officer ?? "") ?? "An officer");
}

const TAGS: Readonly<Record<Exclude<Fate, "done">, string>> = {
  planned: "govuk-tag--yellow",
  "took effect": "govuk-tag--green",
  "called off": "govuk-tag--grey",
};

function fateWords(act: Act, { service, acts, now, mayCallOff }: Told): Html | undefined {
  const fate = fateOf(act, acts, now);
  if (fate === "done") return undefined;
  const words = { planned: "Planned", "took effect": "Took effect", "called off": "Called off" }[fate];
  const link =
    fate === "planned" &&
    mayCallOff &&
    html`<br><a class="govuk-link" href="/desk/definitions/${service}/call-off?number=${act.number}">Call it off<span class="govuk-visually-hidden"> (number ${act.number})</span></a>`;
  return html` from ${moment(act.at)}<br>${tag({ text: words, classes: TAGS[fate] })}${link}`;
}
