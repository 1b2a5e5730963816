import type { Case } from "../cases/case.ts";
import type { PersonRecord } from "../contact/person.ts";
import { dayOf } from "../platform/clock.ts";
import type { Cell } from "../platform/csv.ts";
import { csvLine } from "../platform/csv.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import type { ZipEntry } from "../platform/spreadsheet/zip-stream.ts";
import type { ArchiveItem, HeldCase, LeftOut } from "./archive-items.ts";
import { itemsOf } from "./archive-items.ts";
import { caseSheetPage, fileName, indexPage } from "./archive-pages.ts";
import type { GatherHouse, HeldCall, HeldDraft } from "./gather.ts";
import { heldIn } from "./gather.ts";

/** What goes into an archive. */
export interface ArchivePlan {
  readonly council: { readonly id: string; readonly name: string };
  /** Absent where the desk keeps no record. */
  readonly person: PersonRecord | undefined;
  readonly name: string;
  readonly cases: readonly Case[];
  readonly calls: readonly HeldCall[];
  readonly drafts: readonly HeldDraft[];
  readonly leftOut: LeftOut;
  readonly at: Date;
}

type House = GatherHouse & { readonly files: FileStore };

/** Of a case what is given: not what is left out, nor what is about somebody else, nor what came in since it was asked for. */
export function givenOf(held: HeldCase, { leftOut, at: asked }: Pick<ArchivePlan, "leftOut" | "at">): readonly ArchiveItem[] {
  return itemsOf(held).filter(({ id, others, at }) => !others && !leftOut.has(id) && at <= asked.toISOString());
}

/** The files of an archive, one after another: of a case no more is read than is being written. */
export async function* archiveEntries(house: House, plan: ArchivePlan): AsyncGenerator<ZipEntry> {
  const { council, name, person, cases, leftOut, at } = plan;
  const titles = await Promise.all(
    cases.map(async (item) => (await house.councils.version(item.council, item.service, item.version))?.title ?? item.service),
  );
  const listed = cases.map(({ reference, openedAt }, index) => ({ reference, title: titles[index] ?? "", day: dayOf(openedAt) }));
  yield { name: "index.html", text: [indexPage({ council: council.name, name, day: dayOf(at), cases: listed, leftOut })] };
  yield { name: "person.json", text: [json(person === undefined ? {} : { ...person, mergedInto: undefined })] };
  for (const kind of ["answer", "message", "event"] as const) yield { name: `${kind}s.csv`, text: csvOf(house, plan, kind) };
  const calls = plan.calls.filter(({ id }) => !leftOut.has(`call ${id}`));
  yield { name: "calls.csv", text: ["\ufeff", csvLine(["start", "end", "channel", "service", "reason", "note"]), ...calls.map(callLine)] };
  yield { name: "drafts.json", text: [json(plan.drafts.filter(({ id }) => !leftOut.has(`draft ${id}`)))] };
  for (const item of cases) yield* caseEntries(house, item, plan);
}

function callLine({ startedAt, endedAt, channel, service, reason, note }: HeldCall): string {
  return csvLine([startedAt.toISOString(), endedAt?.toISOString(), channel, service, reason, note]);
}

async function* caseEntries(house: House, item: Case, plan: ArchivePlan): AsyncGenerator<ZipEntry> {
  const held = await heldIn(house, item);
  if (held === undefined) return;
  const items = givenOf(held, plan);
  yield { name: `${item.reference}/case.html`, text: [caseSheetPage(held, items)] };
  const { reference, service, version, channel, stage, openedAt, closedAt } = item;
  const about = { reference, service, version, channel, stage, openedAt, closedAt };
  yield {
    name: `${item.reference}/case.json`,
    text: [json({ ...about, items: items.map(({ id, kind, title, text, at }) => ({ id, kind, title, text, at })) })],
  };
  for (const { file } of items) {
    const bytes = file === undefined ? undefined : await house.files.open(item.council, file.sha256);
    if (file !== undefined && bytes !== undefined) yield { name: `${item.reference}/files/${fileName(file)}`, text: bytes };
  }
}

async function* csvOf(house: House, plan: ArchivePlan, kind: ArchiveItem["kind"]): AsyncGenerator<string> {
  // Without it, spreadsheets on Windows take accents for something else.
  yield `\ufeff${csvLine(["case", "when", "what", "text"])}`;
  for (const item of plan.cases) {
    const held = await heldIn(house, item);
    if (held === undefined) continue;
    const rows = givenOf(held, plan).filter((one) => one.kind === kind);
    yield rows.map(({ at, title, text }): string => csvLine([item.reference, at, title, text] satisfies readonly Cell[])).join("");
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
