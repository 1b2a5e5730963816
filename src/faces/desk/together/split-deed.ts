import { date } from "../../../answers/date.ts";
import { textOf } from "../../../answers/reading.ts";
import { addDays, startOfDay } from "../../../cases/calendar.ts";
import { deadlineFrom } from "../../../cases/clock/deadline.ts";
import { lengthFor } from "../../../cases/clock/moves.ts";
import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import { makeReference } from "../../../cases/reference.ts";
import type { Part } from "../../../cases/together/split.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { subCaseService } from "../../../definition/sub-case-service.ts";
import { field } from "../../shared/form-body.ts";
import type { Desk } from "../desk.ts";
import type { Sent, Wrong } from "./deed.ts";
import { PART_DUE } from "./split-page.ts";

/** The sub-case that a form asks for, or what is wrong with it. */
export function partAsked(context: Context, desk: Desk, base: PublishedService, { item, body }: Sent): Part | Wrong {
  const { visit } = desk;
  const service = subCaseService(base, field(body, "kind"));
  if (service === undefined) return { field: "kind", message: "Select what it is" };
  const team = field(body, "team") || service.case.team;
  if (!visit.council.teams.has(team)) return { field: "team", message: "Select a team" };
  const read = date.read(PART_DUE, body.fields, "", { today: visit.today, files: [] });
  if (!read.ok) return { field: read.problems[0]?.field ?? "due", message: read.problems[0]?.message ?? "Enter a real day" };
  const day = read.answer === null ? undefined : textOf(read.answer);
  if (day !== undefined && day < visit.today)
    return { field: "due.day", message: "The day by which it is to be done must be today or later" };
  const usual = deadlineFrom(visit.now, lengthFor(service, "normal"), workCalendar(visit.council));
  const chosen = body.fields.get("sees") ?? [];
  return {
    id: context.ids.uuid(visit.now),
    reference: makeReference(context.ids.bytes(16)),
    service,
    team,
    due: day === undefined ? usual : startOfDay(addDays(day, 1)),
    text: field(body, "task"),
    sees: Object.keys(item.answers).filter((id) => chosen.includes("*") || chosen.includes(id)),
  };
}
