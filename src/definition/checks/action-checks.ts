import type { NamedMap, Outline, QuestionSource } from "../outline.ts";
import { PLACEHOLDERS } from "../placeholders.ts";
import { everyAsked } from "../recorded.ts";
import { ruleTypeOf } from "../rule-type-of.ts";
import { entriesAt, mapAt, nodeAt, switchAt, textAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";
import { automatic } from "./clock-checks.ts";
import { everyInside } from "./look.ts";

/** What actions ask of officers, and which happen by themselves. */
export const ACTION_CHECKS: readonly Check[] = [
  {
    code: "asks-name-taken",
    severity: "error",
    about:
      "What an action asks has the name of a question, a fact, a table, a placeholder or the priority; or two actions ask another type by one name.",
    example: { right: "state: { ask:", wrong: "notes: { ask:" },
    find: takenNames,
  },
  {
    code: "asks-where",
    severity: "error",
    about: "What an action asks offers some rows of a register by a rule; the form of an action knows no other answers.",
    example: { right: "type: money, most: 50", wrong: "type: money, where: open" },
    *find({ stages }) {
      for (const { node } of everyAsked(stages).flatMap(everyInside)) {
        const at = nodeAt(node, "where");
        if (at !== undefined) yield { at, message: "The form of an action offers every row of a register.", fix: "Take where out." };
      }
    },
  },
  {
    code: "automatic-action-asks",
    severity: "error",
    about: "An action that happens by itself asks something that must be answered, which nobody would do.",
    example: {
      right: "title: Give up, to: dropped",
      wrong: "title: Give up, asks: { tries: { ask: How often did we try?, type: number } }, to: dropped",
    },
    *find(outline) {
      for (const { at, stage } of automatic(outline)) {
        const asked = mustAsk(stage.actions.get(at.value));
        if (asked !== undefined) yield { at, ...asksByItself(at.value, asked) };
      }
    },
  },
  {
    code: "automatic-action-never",
    severity: "warning",
    about: "An action is to happen once all have confirmed, and nobody must, or the case moves to a stage by itself then.",
    example: { right: "replied: go-on }", wrong: "replied: go-on, confirmed: go-on }" },
    *find(outline) {
      const confirm = mapAt(outline.root, "confirm");
      const [first] = outline.stages.keys();
      for (const { at, stage, key } of automatic(outline)) {
        if (key !== "confirmed") continue;
        if (confirm !== undefined && textAt(confirm, "to") === undefined && stage.key.value === first) continue;
        const message = `${at.value} never happens by itself: at this stage nothing is confirmed.`;
        yield { at, message, fix: "Name who must confirm under confirm, without to, and let this stage be the first." };
      }
    },
  },
];

/** The first thing that an action asks and that must be answered. */
export function mustAsk(action: NamedMap | undefined): string | undefined {
  for (const [id, { value }] of entriesAt(action?.node, "asks"))
    if (value.kind === "map" && switchAt(value, "optional") !== true) return id;
  return undefined;
}

/** What is wrong with an action that happens by itself and asks something. */
export function asksByItself(action: string, asked: string): Omit<Found, "at"> {
  return { message: `${action} asks for ${asked}, and would happen by itself.`, fix: `Make ${asked} optional, or name another action.` };
}

function* takenNames(outline: Outline): Iterable<Found> {
  const first = new Map<string, QuestionSource>();
  for (const source of everyAsked(outline.stages)) {
    const { id } = source.question;
    const whose = ownerOf(outline, id);
    const before = first.get(id);
    if (before === undefined) first.set(id, source);
    const fix = "Give it another name.";
    if (whose !== undefined) yield { at: source.key, message: `${id} is the name of ${whose} too.`, fix };
    else if (before !== undefined && !isAlike(before, source))
      yield { at: source.key, message: `Another action asks ${id} as something else.`, fix: `${fix} Two may ask the same by one name.` };
  }
}

/** Names of fields that the forms of actions have besides what they ask. */
const FORM_NAMES = new Set(["action", "asked", "cases", "confirm", "do", "from", "key", "list", "officer", "seen", "text"]);

function ownerOf({ questions, tables }: Outline, id: string): string | undefined {
  const source = questions.get(id);
  if (source !== undefined) return source.fact === undefined ? "a question" : "a fact";
  if (tables.has(id)) return "a table";
  if (PLACEHOLDERS.has(id)) return "a placeholder of messages";
  if (FORM_NAMES.has(id)) return "a field that the form has anyway";
  return id === "priority" ? "what rules call the priority" : undefined;
}

/** Whether rules and pages can take the one for the other. */
function isAlike(one: QuestionSource, other: QuestionSource): boolean {
  return one.question.type === other.question.type && JSON.stringify(ruleTypeOf(one)) === JSON.stringify(ruleTypeOf(other));
}
