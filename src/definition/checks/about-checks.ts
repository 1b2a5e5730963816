import type { Outline } from "../outline.ts";
import { entriesAt, mapAt, textNodeAt } from "../yaml/read.ts";
import { closest } from "../../rules/closest.ts";
import type { TextNode } from "../yaml/node.ts";
import type { Check, Found } from "./check.ts";
import { draftPlanOf } from "../draft-plan.ts";
import { alwaysStops, nodeOr } from "./look.ts";

const LONGEST_TITLE = 80;

/** What a service says of itself: its title, its owner, its start page, its grounds. */
export const ABOUT_CHECKS: readonly Check[] = [
  {
    code: "summary-missing",
    severity: "warning",
    about: "The service has no sentence that says what it is.",
    example: { right: "summary: Borrow a tool from the library for up to four weeks.\n", wrong: "" },
  },
  {
    code: "lead-missing",
    severity: "warning",
    about: "Nobody is named who answers for the service.",
    example: { right: "lead: Head of Libraries\n", wrong: "" },
  },
  {
    code: "basis-missing",
    severity: "error",
    about: "The lawful basis for holding what is asked is not given.",
    example: { right: "basis: public task\n", wrong: "" },
  },
  {
    code: "retention-missing",
    severity: "error",
    about: "It is not said how long a closed case is kept.",
    example: { right: "retention: 1 year after closed\n", wrong: "" },
    *find(outline: Outline): Iterable<Found> {
      if (outline.root.entries.has("retention") || alwaysStops(outline)) return;
      const { file, from } = outline.root;
      const fix = "Add retention. How long a closed case is kept before its personal data is erased.";
      yield { at: { file, from, to: from }, message: "The service has no retention.", fix };
    },
  },
  {
    code: "draft-reminder-late",
    severity: "error",
    about: "The reminder would come before the answers are a day old: it is as long before their end as they are kept.",
    example: { right: "drafts: { kept: 14 days, remind: 2 days before }", wrong: "drafts: { kept: 14 days, remind: 14 days before }" },
    *find(outline: Outline): Iterable<Found> {
      const node = mapAt(outline.root, "drafts");
      const { days, remind } = draftPlanOf(node);
      if (node === undefined || remind < days) return;
      const fix = `Remind fewer than ${days} days before, or write remind: never.`;
      yield {
        at: nodeOr(node, "remind"),
        message: `The answers are kept for ${days} days, and the reminder is ${remind} days before.`,
        fix,
      };
    },
  },
  {
    code: "start-incomplete",
    severity: "warning",
    about: "The start page does not say who it is for, how long it takes, what it costs or how long the council takes.",
    example: { right: "  time: 5 minutes\n", wrong: "" },
  },
  {
    code: "title-over-long",
    severity: "warning",
    about: "The title is longer than 80 characters.",
    example: { right: "title: Borrow a tool", wrong: `title: Borrow a tool${" or another tool".repeat(5)}` },
    *find(outline: Outline): Iterable<Found> {
      const title = textNodeAt(outline.root, "title");
      if (title === undefined || title.value.length <= LONGEST_TITLE) return;
      const message = `The title has ${title.value.length} characters; people read at most ${LONGEST_TITLE} in a list.`;
      yield { at: title, message, fix: "Say what a person does, in a few words." };
    },
  },
  {
    code: "team-unknown",
    severity: "error",
    about: "The owner, the case's team or that of a kind of sub-case is not a team of the council.",
    example: { right: "  team: libraries\n  priority", wrong: "  team: librarys\n  priority" },
    *find(outline: Outline): Iterable<Found> {
      const teams = outline.council?.teams;
      const named = [textNodeAt(outline.root, "owner"), textNodeAt(mapAt(outline.root, "case"), "team"), ...subCaseTeams(outline)];
      if (teams !== undefined)
        for (const team of named) if (team !== undefined && !teams.includes(team.value)) yield unknownTeam(team, teams);
    },
  },
];

function subCaseTeams({ root }: Outline): readonly (TextNode | undefined)[] {
  const kinds = [...entriesAt(mapAt(root, "case"), "sub-cases").values()];
  return kinds.map(({ value }) => (value.kind === "map" ? textNodeAt(value, "team") : undefined));
}

function unknownTeam(team: TextNode, teams: readonly string[]): Found {
  const meant = closest(team.value, teams);
  const fix = meant === undefined ? `The teams are ${teams.join(", ")}.` : `Did you mean ${meant}?`;
  return { at: team, message: `The council has no team called ${team.value}.`, fix };
}
