import type { Question, Settings } from "../../answers/answer-type.ts";
import { became, compareEach, quoted } from "./change.ts";
import type { Change } from "./change.ts";
import { diffRegister } from "./diff-register.ts";

const ASKED_AGAIN = "A journey that moves on is asked it again.";

/** What changes between two sets of questions; `inside` names the group that they are in. */
export function diffQuestions(
  before: ReadonlyMap<string, Question>,
  after: ReadonlyMap<string, Question>,
  inside?: string,
): readonly Change[] {
  const named = (id: string): string => (inside === undefined ? `The question ${id}` : `The question ${id} in ${inside}`);
  const changes = compareEach(before, after, {
    added: (id, question) => [
      {
        part: "questions",
        words: `${named(id)} is added${question.optional ? ", optional" : ""}: ${quoted(question.ask)}.`,
        drafts: "A journey that moves on is asked it, also where it has come further already.",
      },
    ],
    removed: (id, question) => [
      {
        part: "questions",
        words: `${named(id)} is removed: ${quoted(question.ask)}.`,
        drafts: "Its answer in a journey that moves on is dropped.",
      },
    ],
    both: (id, former, question) => diffQuestion(named(id), former, question),
  });
  // An answer of a group is one answer: what changes inside changes what the whole means.
  return inside === undefined ? changes : changes.map((change) => ({ ...change, changedMeaning: inside }));
}

function diffQuestion(name: string, before: Question, after: Question): readonly Change[] {
  if (before.type !== after.type) return [changed(after, `${name} was of the type ${before.type} and becomes ${after.type}.`)];
  return [
    ...reworded(name, before, after),
    ...needed(name, before, after),
    ...marked(name, before, after),
    ...diffOptions(name, before, after),
    ...diffSettings(name, before, after),
    ...diffHelp(name, before, after),
    ...diffRegister(name, before, after),
    ...diffQuestions(inner(before), inner(after), after.id).filter(() => after.type === "group"),
  ];
}

function inner({ settings }: Question): ReadonlyMap<string, Question> {
  return new Map((settings.questions ?? []).map((question) => [question.id, question]));
}

function changed({ id }: Question, words: string): Change {
  return { part: "questions", words, drafts: ASKED_AGAIN, changedMeaning: id };
}

function reworded(name: string, before: Question, after: Question): readonly Change[] {
  const hint: Change = { part: "questions", words: `${name} has another hint: ${quoted(after.hint)} in place of ${quoted(before.hint)}.` };
  const label: Change = {
    part: "questions",
    words: `${name} is called ${quoted(after.label)} in summaries, in place of ${quoted(before.label)}.`,
  };
  return [
    ...(before.ask === after.ask ? [] : [changed(after, `${name} is reworded: ${quoted(after.ask)} in place of ${quoted(before.ask)}.`)]),
    ...(before.hint === after.hint ? [] : [hint]),
    ...(before.label === after.label ? [] : [label]),
  ];
}

function needed(name: string, before: Question, after: Question): readonly Change[] {
  if (before.optional === after.optional) return [];
  if (after.optional) return [{ part: "questions", words: `${name} becomes optional.` }];
  const drafts = "A journey that left it empty is asked it again.";
  return [{ part: "questions", words: `${name} must now be answered; it was optional.`, drafts, changedMeaning: after.id }];
}

function marked(name: string, before: Question, after: Question): readonly Change[] {
  if (before.personal === after.personal) return [];
  return [{ part: "questions", words: `${name} is ${after.personal ? "now" : "no longer"} marked as personal.` }];
}

function optionsOf({ settings }: Question): ReadonlyMap<string, string> {
  return new Map(Object.entries(settings.options ?? {}));
}

function chose({ id }: Question, option: string): string {
  return `A journey that chose ${option} is asked ${id} again.`;
}

function diffOptions(name: string, before: Question, after: Question): readonly Change[] {
  return compareEach(optionsOf(before), optionsOf(after), {
    added: (option, label) => [{ part: "questions", words: `${name} has a new option ${option}: ${quoted(label)}.` }],
    removed: (option, label) => [
      {
        part: "questions",
        words: `${name} loses the option ${option}: ${quoted(label)}.`,
        drafts: chose(after, option),
        changedMeaning: after.id,
      },
    ],
    both: (option, former, label) =>
      former === label
        ? []
        : [
            {
              part: "questions",
              words: `${name}: the option ${option} reads ${quoted(label)} in place of ${quoted(former)}.`,
              drafts: chose(after, option),
              changedMeaning: after.id,
            },
          ],
  });
}

/** The settings that bound what is accepted, in words. */
const BOUNDS = {
  least: "the least",
  most: "the most",
  longest: "the greatest length",
  decimals: "the digits after the point",
  unit: "the unit",
  earliest: "the earliest",
  latest: "the latest",
  accept: "the kind of file",
  declare: "what is declared",
  ranked: "whether order counts",
  from: "the register",
  where: "which rows are offered",
} as const satisfies Partial<Record<keyof Settings, string>>;

function diffSettings(name: string, before: Question, after: Question): readonly Change[] {
  return Object.entries(BOUNDS).flatMap(([key, what]) => {
    // Safe: the keys are those of BOUNDS, each a key of Settings.
    const setting = key as keyof typeof BOUNDS;
    const [was, is] = [before.settings[setting], after.settings[setting]];
    if (was === is) return [];
    const words = `${name}: ${what} was ${quoted(String(was ?? ""))} and becomes ${quoted(String(is ?? ""))}.`;
    const drafts = "A journey whose answer does not fit is asked it again.";
    return [{ part: "questions", words, drafts, changedMeaning: after.id } as const];
  });
}

/** What helps to answer, and changes nothing of what is asked. */
function diffHelp(name: string, { settings: was }: Question, { settings: is }: Question): readonly Change[] {
  return [
    ...became("questions", `${name}: the hints of the options`, hintsIn(was), hintsIn(is)),
    ...became("questions", `${name}: what one entry is called`, was.entry, is.entry),
    ...became("questions", `${name}: the columns shown`, was.show?.join(", "), is.show?.join(", ")),
    ...became("questions", `${name}: what browsers fill in`, was.autocomplete, is.autocomplete),
  ];
}

function hintsIn({ option_hints: hints }: Settings): string {
  return Object.entries(hints ?? {})
    .map(([option, hint]) => `${option}: ${hint}`)
    .join("; ");
}
