import type { Question } from "../answers/answer-type.ts";
import type { Named, Naming } from "../rules/naming.ts";
import { present } from "./present.ts";
import type { Service } from "./service.ts";

/** Labels that stand in a sentence as they are. Others ("how wide it is") would not, and the question stands in for them. */
const NOUN = /^(?:the|a|an|your|their|its|his|her) /;
const MANY = new Set(["choices", "files", "group", "people"]);
const IF = /^(?:if|whether) /;

/** What the questions of a service are called where its rules are told in words. */
export function namingOf({ questions }: Pick<Service, "questions">): Naming {
  return namingOfAll([...questions.values()]);
}

/** The same with what officers record, and the priority: for the rules by which actions are offered. */
export function namingForActions({ questions, case: { asked } }: Pick<Service, "questions" | "case">): Naming {
  const recorded = [...asked.values()].map(({ question }) => question);
  return { priority: { says: "the priority" }, ...namingOfAll([...recorded, ...questions.values()]) };
}

function namingOfAll(questions: readonly Question[]): Naming {
  return Object.fromEntries(questions.map((question) => [question.id, named(question)]));
}

function named({ ask, label, type, settings, stated, register }: Question): Named {
  const inner = settings.questions;
  const columns = Object.keys(register?.columns ?? {});
  return present<Named>({
    says:
      label !== undefined && (stated !== undefined || NOUN.test(label))
        ? label
        : `the ${MANY.has(type) ? "answers" : "answer"} to "${ask}"`,
    holds: type === "yes-no" && label !== undefined && IF.test(label) ? label.replace(IF, "") : undefined,
    options: settings.options,
    parts: register === undefined ? inner && namingOfAll(inner) : Object.fromEntries(["key", "label", ...columns].map(columnNamed)),
    entry: settings.entry,
  });
}

/** "places_left" -> "the places left" */
function columnNamed(column: string): readonly [string, Named] {
  return [column, { says: `the ${column.replaceAll("_", " ")}` }];
}
