import { Readable } from "node:stream";

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { WorklistQuery } from "../../../cases/worklist-query.ts";
import type { Context } from "../../../context.ts";
import { officerNames } from "../../../people/officer-names.ts";
import { dayOf } from "../../../platform/clock.ts";
import { csvLine } from "../../../platform/csv.ts";
import { xlsx } from "../../../platform/spreadsheet/xlsx.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { Desk } from "../desk.ts";
import { forOfficers } from "../desk.ts";
import { looked } from "../looks/looked.ts";
import type { Column } from "./columns.ts";
import { columnsChosen, listingOf } from "./columns.ts";
import { askList, servicesSeen } from "./list-query.ts";
import { addressOf, readView } from "./view.ts";

/** A spreadsheet opens no more rows than this in good time. */
export const MOST_EXPORTED = 100_000;

type Rows = AsyncGenerator<readonly (readonly string[])[]>;

/** The cases of a list as rows of texts, five hundred at a time: two statements for each. Says in the log that it was saved, and how many rows. */
async function* rowsOf(context: Context, desk: Desk, query: WorklistQuery, columns: readonly Column[], kind: string): Rows {
  const { council } = desk.visit;
  let count = 0;
  for await (const cases of context.worklist.all(council.id, query, MOST_EXPORTED)) {
    await looked(context, desk, cases, "export");
    const officers = cases.flatMap(({ officer }) => (officer === null ? [] : [officer]));
    const listing = listingOf(context, desk, await officerNames(context.database, council.id, officers));
    count += cases.length;
    yield cases.map((item) => [item.reference, ...columns.map((column) => column.text(item, listing))]);
  }
  context.log.info("list of cases exported", { council: council.id, id: desk.officer.id, kind, count });
}

// Without it, spreadsheets on Windows take accents and pound signs for something else.
const BYTE_ORDER_MARK = "\ufeff";

async function* csvOf(head: readonly string[], rows: Rows): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(head);
  for await (const part of rows) yield part.map(csvLine).join("");
}

interface Place {
  readonly Params: { readonly format: string };
}

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

function isFormat(text: string): text is keyof typeof TYPES {
  return Object.hasOwn(TYPES, text);
}

async function exportList(context: Context, desk: Desk, request: FastifyRequest<Place>, reply: FastifyReply) {
  const { format } = request.params;
  if (!isFormat(format)) throw refusal("page-not-found");
  const view = { ...readView(request.query), after: "" };
  const service = servicesSeen(context, desk).find(({ id }) => id === view.service);
  const asked = askList(desk, view, service);
  if (!asked.ok) return reply.redirect(addressOf(view), 303);
  const columns = columnsChosen(view.columns, service);
  const head = ["Reference", ...columns.map((column) => column.head)];
  const rows = rowsOf(context, desk, asked.query, columns, format);
  const bytes = format === "csv" ? csvOf(head, rows) : xlsx("Cases", head, rows);
  return reply
    .header("content-type", TYPES[format])
    .header("content-disposition", `attachment; filename="cases-${dayOf(desk.visit.now)}.${format}"`)
    .send(Readable.from(bytes, { objectMode: false }));
}

/** What a list shows, saved as a spreadsheet. */
export function exportRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/export/:format",
    forOfficers<Place>(context, "cases.export", (desk, request, reply) => exportList(context, desk, request, reply)),
  );
}
