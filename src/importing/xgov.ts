import { any } from "./condition.ts";
import type { Condition } from "./condition.ts";
import type { Source } from "./source.ts";
import { lose } from "./source.ts";
import { isStart, reportController, sourcePages } from "./json-pages.ts";
import type { PagePair } from "./json-pages.ts";
import { readExpression } from "./expression.ts";
import { feesOf, withConditions } from "./fees.ts";
import type { Form, Loss } from "./form.ts";
import { at, listAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import { Conditions, readModelPart } from "./model-conditions.ts";
import type { ConditionSource } from "./model-conditions.ts";
import { firstOf, readPage, repeats } from "./pages.ts";
import { plainLine, plainText } from "./plain-text.ts";
import { reportSections, reportSettings } from "./settings-left.ts";
import { conditionUses, reportLists } from "./uses.ts";
import { withPaths } from "./linked-route.ts";
import { inOne } from "./localised.ts";
import type { Language } from "./localised.ts";

/** A form of the XGov digital form builder: pages that link to each other under named conditions. */
export function readXgov(form: Json, language: Language = "en"): Form {
  const losses: Loss[] = [];
  const json = inOne(language, form, losses);
  const lists = listAt(json, "lists");
  const source: Source = { losses, list: (name) => (name === "" ? undefined : lists.find((list) => textAt(list, "name") === name)) };
  const pairs = listAt(json, "pages").map((page) => ({ page, read: readPage(page, source) }));
  const conditions = new Conditions(conditionSource(json, pairs, losses));
  reportSections(json, source);
  reportSettings(json, source);
  reportLists(json, source);
  for (const { read } of pairs) reportController(read, source);
  reportRepeats(pairs, source);
  const { pages, atTheEnd } = withPaths(json, pairs, conditions, source);
  const declaration = plainText(textAt(json, "declaration"));
  const first = pairs.find(({ page }) => textAt(page, "path") === textAt(json, "startPage")) ?? pairs[0];
  const start = first !== undefined && isStart(first.read) && first.read.questions.length === 0 ? first.read.content : "";
  return {
    dialect: "xgov",
    title: plainLine(textAt(json, "name")) || plainLine(textAt(first?.page, "title")) || "Imported form",
    pages,
    conditions: conditionUses(json, source),
    sourcePages: sourcePages(pairs),
    fees: withConditions(feesOf(json, conditions), atTheEnd),
    losses,
    ...(declaration === "" ? {} : { declaration }),
    ...(start === "" ? {} : { start }),
  };
}

function reportRepeats(pairs: readonly PagePair[], source: Source): void {
  for (const { page, read } of pairs) {
    const count = textAt(page, "repeatField");
    if (count !== "")
      lose(
        source,
        "changed",
        read.path,
        `It was asked as many times as the answer to ${count.slice(0, 60)} says. Here a person adds as many as there are.`,
      );
  }
}

/** Answers are kept by section. Reading one is a mistake where neither it nor another of its section is there, and the condition is false. */
function conditionSource(json: Json, pairs: readonly PagePair[], losses: Loss[]): ConditionSource {
  const single = pairs.filter(({ page }) => !repeats(page));
  const fields = firstOf(single);
  const sections = new Map<string, Condition[]>();
  const sectionOf = new Map<string, string>();
  for (const { page, read } of single) {
    const section = textAt(page, "section");
    if (section === "") continue;
    const asked = sections.get(section) ?? [];
    sections.set(section, asked);
    for (const { source } of [...read.questions, ...read.revealed.map((each) => each.asked)]) {
      asked.push({ kind: "asked", field: source });
      sectionOf.set(source, section);
    }
  }
  const present = (field: string): Condition => {
    const section = sectionOf.get(field);
    return section === undefined ? { kind: "asked", field } : any(sections.get(section) ?? []);
  };
  const conditions = new Map(listAt(json, "conditions").map((condition) => [textAt(condition, "name"), condition]));
  return {
    asked: (name) => fields.get(name) ?? fields.get(name.split(".").at(-1) ?? name),
    condition: (name) => conditions.get(name),
    read: (condition, known) => {
      const value = at(condition, "value");
      const name = textAt(condition, "displayName") || textAt(condition, "name");
      return typeof value === "string" ? readExpression(value, name, known) : readModelPart(value, name, known);
    },
    empty: { present, noneChosen: "fails" },
    losses,
  };
}
