import { NEVER_A_MISTAKE } from "./comparing.ts";
import { lose } from "./source.ts";
import type { Source } from "./source.ts";
import { paymentOf } from "./fees.ts";
import type { Fee, Form, Loss, Page } from "./form.ts";
import { extra } from "./component-extras.ts";
import { at, keysOf, listAt, numberAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import { isStart, isSummary, pagesOf, reportController, sourcePages } from "./json-pages.ts";
import type { PagePair } from "./json-pages.ts";
import { withPaths } from "./linked-route.ts";
import { inOne } from "./localised.ts";
import type { Language } from "./localised.ts";
import { Conditions, readChain, readModelPart, readTest } from "./model-conditions.ts";
import type { ConditionSource, PlainValue } from "./model-conditions.ts";
import { firstOf, readPage, repeats } from "./pages.ts";
import { plainLine, plainText } from "./plain-text.ts";
import { reportSections, reportSettings } from "./settings-left.ts";
import { conditionUses, reportLists } from "./uses.ts";
import { FAILS, bothOf, eitherOf, plain } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";

/** An answer that is not there is the same as one left empty; of several options, an empty list. */
const DEFRA_EMPTY = { present: NEVER_A_MISTAKE, noneChosen: "list" } as const;

/** A form of the Defra forms designer: pages in order, each with or without a condition (engine V2), or linked with each other (V1). */
export function readDefra(form: Json, language: Language = "en"): Form {
  const losses: Loss[] = [];
  const json = inOne(language, form, losses);
  const lists = listAt(json, "lists");
  const source: Source = {
    losses,
    list: (name) => (name === "" ? undefined : lists.find((list) => textAt(list, "id") === name || textAt(list, "name") === name)),
  };
  const pages = listAt(json, "pages").map((page) => ({ page, read: readPage(page, source) }));
  const conditions = new Conditions(conditionSource(json, pages, losses));
  for (const { page, read } of pages) {
    reportController(read, source);
    reportPayment(page, read.path, source);
  }
  reportSections(json, source);
  reportSettings(json, source);
  reportLists(json, source);
  const linked = textAt(json, "engine") !== "V2" && pages.some(({ page }) => listAt(page, "next").length > 0);
  const found = linked ? withPaths(json, pages, conditions, source).pages : inOrder(pages, conditions, source);
  return { ...formOf(json, pages, found, conditions, losses), conditions: conditionUses(json, source), sourcePages: sourcePages(pages) };
}

function formOf(json: Json, pairs: readonly PagePair[], pages: readonly Page[], conditions: Conditions, losses: Loss[]): Form {
  const declaration = plainText(textAt(json, "declaration"));
  const start = pairs.find(({ read }) => isStart(read) && read.questions.length === 0)?.read.content ?? "";
  const fees = pairs
    .flatMap(({ page }) => listAt(page, "components"))
    .flatMap((component): readonly Fee[] => paymentOf(component, conditions));
  return {
    dialect: "defra",
    title: plainLine(textAt(json, "name")) || "Imported form",
    pages,
    fees,
    losses,
    ...(declaration === "" ? {} : { declaration }),
    ...(start === "" ? {} : { start }),
  };
}

const PAYMENT_KEYS: ReadonlySet<string> = new Set([
  "options.amount",
  "options.description",
  "options.conditionalAmounts",
  "options.required",
]);

function reportPayment(page: Json, path: string, source: Source): void {
  for (const component of listAt(page, "components").filter((each) => textAt(each, "type") === "PaymentField")) {
    const texts = [textAt(component, "title"), textAt(component, "hint"), textAt(component, "options", "description")];
    const says = "The payment is the fee of the service, and is taken after the answers are checked.";
    const place = `${path}, ${textAt(component, "name")}`;
    lose(source, "changed", place, says, texts.filter((text) => text !== "").join("\n"));
    const [options, email] = [at(component, "options"), textAt(component, "options", "emailField")];
    if (email !== "")
      lose(
        source,
        "left",
        place,
        `The receipt went to the answer to ${email.slice(0, 100)}. Say under person which question asks for the email address.`,
      );
    for (const key of keysOf(options)) if (!PAYMENT_KEYS.has(`options.${key}`)) extra(`options.${key}`, at(options, key), place, source);
  }
}

/** Pages as engine V2 shows them: one after the other, those whose condition holds, to the summary or a page that ends it. */
function inOrder(pairs: readonly PagePair[], conditions: Conditions, source: Source): readonly Page[] {
  const found: Page[] = [];
  for (const { page, read } of pairs) {
    const name = textAt(page, "condition");
    const when = name === "" ? undefined : conditions.named(name);
    const made = pagesOf(page, read, source, when);
    found.push(...made);
    if (when === undefined && (isSummary(read) || made[0]?.ending !== undefined)) break;
  }
  const rest = pairs.slice(pairs.findIndex(({ read }) => isSummary(read)) + 1).filter(({ read }) => read.questions.length > 0);
  if (pairs.some(({ read }) => isSummary(read)) && rest.length > 0) {
    lose(source, "left", "pages after the summary", `Nobody can come to them: ${rest.map(({ read }) => read.path).join(", ")}.`);
  }
  return found;
}

function conditionSource(json: Json, pairs: readonly PagePair[], losses: Loss[]): ConditionSource {
  const single = pairs.filter(({ page }) => !repeats(page));
  const asked = firstOf(single);
  const named = new Map(
    listAt(json, "conditions").flatMap((condition) => ["name", "id"].map((key) => [textAt(condition, key), condition])),
  );
  const components = new Map(
    single.flatMap(({ page }) => listAt(page, "components").map((component) => [textAt(component, "id"), textAt(component, "name")])),
  );
  return {
    asked: (name) => asked.get(name),
    condition: (name) => (name === "" ? undefined : named.get(name)),
    read: (condition, conditions) => readCondition(condition, conditions, json, components),
    empty: DEFRA_EMPTY,
    losses,
  };
}

function readCondition(condition: Json, conditions: Conditions, form: Json, components: ReadonlyMap<string, string>): Verdict {
  const where = textAt(condition, "displayName") || textAt(condition, "name");
  const items = listAt(condition, "items");
  if (items.length === 0) return readModelPart(at(condition, "value"), where, conditions);
  const coordinator = textAt(condition, "coordinator") || "and";
  return readChain(
    items,
    () => coordinator,
    (item) => readItem(item, where, conditions, form, components),
  );
}

/** One part of a condition as the new designer writes it: by the ids of components, lists and options. */
function readItem(item: Json, where: string, conditions: Conditions, form: Json, components: ReadonlyMap<string, string>): Verdict {
  const other = textAt(item, "conditionId");
  if (other !== "") return plain(conditions.named(other));
  const field = components.get(textAt(item, "componentId")) ?? "";
  const operator = textAt(item, "operator");
  const values = valuesOf(item, form);
  const verdicts = values.map((value) => readTest({ field, operator, value }, where, conditions));
  const [first, ...rest] = verdicts;
  if (first === undefined) conditions.unsaid(where, "It names an option that its list does not have. It never holds here.");
  if (first === undefined) return FAILS;
  const several = conditions.source.asked(field)?.type === "choices";
  const both = several ? textAt(item, "value", "itemsCoordinator") === "and" : operator === "is not";
  return rest.reduce(both ? bothOf : eitherOf, first);
}

function valuesOf(item: Json, form: Json): readonly PlainValue[] {
  const period = numberAt(item, "value", "period");
  if (period !== undefined)
    return [{ period, unit: textAt(item, "value", "unit"), past: textAt(item, "value", "direction").includes("past") }];
  const list = textAt(item, "value", "listId");
  if (list === "") return [textAt(item, "value")];
  const items = listAt(
    listAt(form, "lists").find((each) => textAt(each, "id") === list),
    "items",
  );
  const ids =
    listAt(item, "value", "itemId").length > 0
      ? listAt(item, "value", "itemId").map((id) => textAt(id))
      : [textAt(item, "value", "itemId")];
  return ids.flatMap((id) => items.filter((each) => textAt(each, "id") === id).map((each) => textAt(each, "value")));
}
