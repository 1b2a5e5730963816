/**
 * Small interpreters of the two JSON dialects, written from how their engines behave and sharing no code with the import: which questions a
 * person with these answers is asked, and where the journey ends.
 */

export type State = Readonly<Record<string, unknown>>;

export interface SourceForm {
  readonly engine?: string;
  readonly pages: readonly SourcePage[];
  readonly conditions: readonly SourceCondition[];
  readonly lists?: readonly SourceList[];
  readonly startPage?: string;
}

interface SourceList {
  readonly id?: string;
  readonly name?: string;
  readonly items: readonly {
    readonly id?: string;
    readonly value: unknown;
    readonly conditional?: { readonly components: readonly SourceComponent[] };
  }[];
}

interface SourceComponent {
  readonly id?: string;
  readonly type: string;
  readonly name: string;
  readonly list?: string;
  readonly options?: object;
}

export interface SourcePage {
  readonly path: string;
  readonly title?: string;
  readonly section?: string;
  readonly controller?: string;
  readonly condition?: string;
  readonly components?: readonly SourceComponent[];
  readonly next: readonly { readonly path: string; readonly condition?: string }[];
}

export interface SourceCondition {
  readonly name?: string;
  readonly id?: string;
  readonly coordinator?: string;
  readonly value?: unknown;
  readonly items?: readonly Part[];
}

interface Part {
  readonly coordinator?: string;
  readonly conditionName?: string;
  readonly conditionId?: string;
  readonly conditions?: readonly Part[];
  readonly componentId?: string;
  readonly field?: { readonly name: string; readonly type: string };
  readonly operator?: string;
  readonly value?: unknown;
}

export interface Taken {
  readonly asked: readonly string[];
  /** The path of the page that ended it; undefined where it came to the summary. */
  readonly ended?: string;
}

const CONTENT = new Set([
  "Html",
  "Para",
  "Details",
  "InsetText",
  "Markdown",
  "List",
  "FlashCard",
  "NotificationBanner",
  "PaymentField",
  "HiddenField",
]);

export function fieldsOf(page: SourcePage): NonNullable<SourcePage["components"]> {
  return (page.components ?? []).filter(({ type }) => !CONTENT.has(type));
}

/** What options open on the same page, with the question and the option that open it. */
export function openedBy(
  form: SourceForm,
  page: SourcePage,
): readonly { readonly field: SourceComponent; readonly by: string; readonly option: unknown }[] {
  return fieldsOf(page).flatMap(({ name, list }) => {
    const items = form.lists?.find((each) => list !== undefined && (each.name === list || each.id === list))?.items ?? [];
    return items.flatMap(({ value, conditional }) => (conditional?.components ?? []).map((field) => ({ field, by: name, option: value })));
  });
}

/** The names of all that a person with these answers is asked on a page. */
function askedOn(form: SourceForm, page: SourcePage, state: State): readonly SourceComponent[] {
  const opened = openedBy(form, page).filter(({ by, option }) => [state[by]].flat().includes(option));
  return [...fieldsOf(page), ...opened.map(({ field }) => field)];
}

class Missing extends Error {}

type Look = (name: string) => unknown;

/** `and` before `or`, the left side first, and no further than it decides. */
function chain(parts: readonly Part[], either: (index: number) => boolean, holds: (part: Part) => boolean): boolean {
  let group = true;
  for (const [index, part] of parts.entries()) {
    if (index > 0 && either(index)) {
      if (group) return true;
      group = true;
    }
    group = group && holds(part);
  }
  return group;
}

function day(today: string, amount: number, unit: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  if (unit === "days") date.setUTCDate(date.getUTCDate() + amount);
  else {
    const months = unit === "years" ? amount * 12 : amount;
    const wanted = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + months);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(wanted, last));
  }
  return date.toISOString().slice(0, 10);
}

interface Written {
  readonly type?: string;
  readonly value?: string;
  readonly period?: string | number;
  readonly unit?: string;
  readonly timePeriod?: string;
  readonly timeUnit?: string;
  readonly direction?: string;
}

function compareJs(left: unknown, operator: string, right: string | number | boolean): boolean {
  // The engines compare as JavaScript does, nothing counting as 0 beside a number.
  const [a, b] = [left as number, right as number];
  if (operator === "is") return left === right;
  if (operator === "is not") return left !== right;
  if (operator === "is at least") return a >= b;
  if (operator === "is at most") return a <= b;
  if (operator === "is less than" || operator === "is before") return a < b;
  return a > b;
}

function testPart(left: unknown, type: string, operator: string, written: Written, today: string): boolean {
  if (operator === "contains" || operator === "does not contain") {
    if (!Array.isArray(left)) throw new Missing();
    return left.includes(written.value) === (operator === "contains");
  }
  const length = { "is longer than": "is more than", "is shorter than": "is less than", "has length": "is" }[operator];
  if (length !== undefined) return compareJs(Array.isArray(left) ? left.length : String(left).length, length, Number(written.value));
  const period = written.period ?? written.timePeriod;
  if (period !== undefined) {
    const past = written.direction === "in the past";
    const limit = day(today, (past ? -1 : 1) * Number(period), written.unit ?? written.timeUnit ?? "days");
    const turned = {
      "is at least": "is at most",
      "is at most": "is at least",
      "is less than": "is more than",
      "is more than": "is less than",
    };
    return compareJs(left, past ? (turned[operator as keyof typeof turned] ?? operator) : operator, limit);
  }
  const value = written.value ?? "";
  if (type === "NumberField") return compareJs(left, operator, Number(value));
  return compareJs(left, operator, type === "YesNoField" ? value === "true" : value);
}

function conditionHolds(form: SourceForm, name: string, look: Look, today: string): boolean {
  const condition = form.conditions.find((each) => each.name === name || each.id === name);
  if (condition === undefined) return false;
  const part = (one: Part): boolean => {
    if (one.conditionName !== undefined) return conditionHolds(form, one.conditionName, look, today);
    if (one.conditionId !== undefined) return conditionHolds(form, one.conditionId, look, today);
    if (one.conditions !== undefined) {
      const inner = one.conditions;
      return chain(inner, (index) => inner[index]?.coordinator === "or", part);
    }
    if (one.componentId !== undefined) return newTest(form, one, look, today);
    if (one.field === undefined) return false;
    return testPart(look(one.field.name), one.field.type, one.operator ?? "", one.value as Written, today);
  };
  try {
    if (condition.items !== undefined) return chain(condition.items, () => condition.coordinator === "or", part);
    if (typeof condition.value === "string") throw new Error("The tests have no parser of expressions: they test those one by one.");
    const { conditions } = condition.value as { conditions: readonly Part[] };
    return chain(conditions, (index) => conditions[index]?.coordinator === "or", part);
  } catch (error) {
    if (error instanceof Missing) return false;
    throw error;
  }
}

function newTest(form: SourceForm, item: Part, look: Look, today: string): boolean {
  const component = form.pages.flatMap((page) => page.components ?? []).find(({ id }) => id === item.componentId);
  if (component === undefined) throw new Missing();
  const left = look(component.name);
  const value = item.value as { listId?: string; itemId?: string | readonly string[]; itemsCoordinator?: string; period?: number };
  if (typeof value !== "object" || value === null)
    return testPart(left, component.type, item.operator ?? "", { value: String(value) }, today);
  if (value.period !== undefined) return testPart(left, component.type, item.operator ?? "", item.value as Written, today);
  const items = form.lists?.find(({ id }) => id === value.listId)?.items ?? [];
  const verdicts = [value.itemId ?? []].flat().map((id) => {
    const option = items.find((each) => each.id === id)?.value;
    // Lists of numbers hold numbers; the import takes what the designer meant, which is the option.
    return testPart(typeof left === "number" ? String(left) : left, component.type, item.operator ?? "", { value: String(option) }, today);
  });
  const every = component.type === "CheckboxesField" ? value.itemsCoordinator === "and" : item.operator === "is not";
  return every ? verdicts.every(Boolean) : verdicts.some(Boolean);
}

/** Engine V2 of the Defra forms: pages in order, each under its condition. Answers not on the way are as good as empty. */
export function takeDefra(form: SourceForm, state: State, today: string): Taken {
  const seen: Record<string, unknown> = {};
  for (const { type, name } of form.pages.flatMap(fieldsOf)) seen[name] = type === "CheckboxesField" ? [] : null;
  const asked: string[] = [];
  for (const page of form.pages) {
    if (page.condition !== undefined && !conditionHolds(form, page.condition, (name) => seen[name], today)) continue;
    if (page.controller === "SummaryPageController") return { asked };
    if (page.controller === "TerminalPageController") return { asked, ended: page.path };
    for (const { name, type } of askedOn(form, page, state)) {
      asked.push(name);
      seen[name] = state[name] ?? (type === "CheckboxesField" ? [] : null);
    }
  }
  return { asked };
}

/** Engine V1 of the Defra forms: links as XGov has them, with answers as engine V2 keeps them. */
export function takeDefraLinked(form: SourceForm, state: State, today: string): Taken {
  const seen: Record<string, unknown> = {};
  for (const { type, name } of form.pages.flatMap(fieldsOf)) seen[name] = type === "CheckboxesField" ? [] : null;
  return takeLinked(
    form,
    state,
    today,
    (name) => seen[name],
    (_page, answers) => Object.assign(seen, answers),
  );
}

/** XGov: the first link whose condition holds, else the last without one. Reading what is not there fails the condition. */
export function takeXgov(form: SourceForm, state: State, today: string): Taken {
  const seen: Record<string, unknown> = {};
  const look: Look = (name) => {
    const [section, field] = name.split(".");
    if (field === undefined) {
      if (!Object.hasOwn(seen, name)) throw new Missing();
      return seen[name];
    }
    const group = seen[section ?? ""] as Record<string, unknown> | undefined;
    if (group === undefined) throw new Missing();
    return group[field];
  };
  return takeLinked(form, state, today, look, ({ section = "" }, answers) => {
    if (section === "") Object.assign(seen, answers);
    else if (Object.keys(answers).length > 0) seen[section] = { ...(seen[section] as object | undefined), ...answers };
  });
}

function takeLinked(form: SourceForm, state: State, today: string, look: Look, keep: (page: SourcePage, answers: object) => void): Taken {
  const asked: string[] = [];
  let page = form.pages.find(({ path }) => path === form.startPage) ?? form.pages[0];
  while (page !== undefined && page.path !== "/summary") {
    const fields = askedOn(form, page, state);
    if (fields.length === 0 && page.next.length === 0) return { asked, ended: page.path };
    keep(
      page,
      Object.fromEntries(
        fields.map(({ name, type }) => [name, state[name] ?? (type === "CheckboxesField" && form.engine === "V1" ? [] : null)]),
      ),
    );
    asked.push(...fields.map(({ name }) => name));
    const under = page.next.find(({ condition }) => condition !== undefined && conditionHolds(form, condition, look, today));
    const next = under ?? page.next.findLast(({ condition }) => condition === undefined);
    page = form.pages.find(({ path }) => path === next?.path);
  }
  return { asked };
}
