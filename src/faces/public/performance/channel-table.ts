import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { CHANNELS } from "../../../councils/council.ts";
import { poundsAndPence, timesAsMuch } from "../../../measures/figures.ts";
import type { ChannelFigures, Performance } from "../../../measures/performance.ts";
import { publishedSentences } from "../../../measures/published-audit.ts";
import { prose } from "../../shared/prose.ts";
import { count } from "./figure-list.ts";
import { numeric, wideTable } from "../../shared/wide-table.ts";

const NONE = "No figure";

/** What each channel costs and what came by it, then where the costs are from. */
export function channelTable({ channels }: Performance): Html {
  const online = channels.find(({ channel }) => channel === "web")?.cost?.pence;
  const head = [{ text: "Channel" }, ...["Transactions", "Cost of one", "Cost of all", "Times the cost online"].map(numeric)];
  const rows = channels.map((one) => [
    { text: CHANNELS[one.channel] },
    numeric(count(one.submitted)),
    numeric(one.cost === undefined ? NONE : poundsAndPence(one.cost.pence)),
    numeric(one.pence === undefined ? NONE : poundsAndPence(one.pence)),
    numeric(one.cost === undefined || !online ? NONE : timesAsMuch(one.cost.pence, online)),
  ]);
  return html`${wideTable({ caption: "Cost by channel", head, rows, firstCellIsHeader: true })}${sources(channels)}`;
}

function sources(channels: readonly ChannelFigures[]): Html {
  const lines = channels.flatMap(({ channel, cost }) => {
    if (cost === undefined)
      return [`${CHANNELS[channel]}: there is no cost yet, so its transactions are left out of the cost per transaction.`];
    const kind = cost.assumption ? " This is an assumption: nobody has measured it." : "";
    return [`${CHANNELS[channel]}, ${poundsAndPence(cost.pence)}.${kind} Source: ${cost.source.replace(/\.$/, "")}.`];
  });
  return html`<h2 class="govuk-heading-s">Where the costs are from</h2>
<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>
<h2 class="govuk-heading-s">What others have published</h2>${publishedSentences().map((sentence) => prose(sentence))}`;
}
