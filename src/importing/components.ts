import { COMPONENT_TYPES } from "./answer-type-table.ts";
import { any, not, test } from "./condition.ts";
import type { Condition } from "./condition.ts";
import { extra, fewestCharacters, reportExtras, seemsSecret } from "./component-extras.ts";
import { settingsOf } from "./component-settings.ts";
import { distinctOptions } from "./distinct-options.ts";
import type { Asked, Option } from "./form.ts";
import { at, entryOf, keysOf, listAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import { plainLine, plainText } from "./plain-text.ts";
import { seemsPersonal } from "./personal.ts";
import { lose } from "./source.ts";
import type { Source } from "./source.ts";

export const CONTENT_TYPES: ReadonlySet<string> = new Set(
  "Html Para Details InsetText Markdown List FlashCard NotificationBanner".split(" "),
);

/** The text that a content component shows, with its heading. */
export function contentOf(component: Json, place: string, source: Source): string {
  const items = listAt(source.list(textAt(component, "list")), "items");
  const lines = items.map(
    (item) =>
      `- ${[textAt(item, "text"), textAt(item, "description")]
        .filter((text) => text !== "")
        .map(plainLine)
        .join(": ")}`,
  );
  const headed = ["Details", "NotificationBanner"].includes(textAt(component, "type")) || items.length > 0;
  const title = headed ? plainLine(textAt(component, "title")) : "";
  const heading = plainLine(textAt(component, "options", "heading"));
  reportContent(component, place, source);
  return [title, heading, plainLine(textAt(component, "hint")), plainText(textAt(component, "content")), lines.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
}

const CONTENT_KEYS: ReadonlySet<string> = new Set(
  "id type name title hint content list options schema subType nameHasError values".split(" "),
);
const CONTENT_OPTIONS: ReadonlySet<string> = new Set("type heading classes bold hideTitle required optionalText condition".split(" "));

function reportContent(component: Json, place: string, source: Source): void {
  const where = `${place}, ${textAt(component, "name") || textAt(component, "type")}`;
  const condition = textAt(component, "options", "condition");
  if (condition !== "") lose(source, "left", where, `A text is shown only under the condition ${condition.slice(0, 100)}.`);
  for (const key of keysOf(component)) if (!CONTENT_KEYS.has(key)) extra(key, at(component, key), where, source);
  const options = at(component, "options");
  for (const key of keysOf(options)) if (!CONTENT_OPTIONS.has(key)) extra(`options.${key}`, at(options, key), where, source);
  const schema = at(component, "schema");
  for (const key of keysOf(schema)) extra(`schema.${key}`, at(schema, key), where, source);
}

/** A component that asks something; undefined, with a word in the report, for a kind that is not known. `where` names its page. */
export function askedOf(component: Json, where: string, source: Source): Asked | undefined {
  const [kind, name] = [textAt(component, "type"), textAt(component, "name")];
  const known = entryOf(COMPONENT_TYPES, kind);
  const place = `${where}, ${name}`;
  if (known === undefined || name === "") {
    const says =
      name === ""
        ? "A component has no name, so that nothing can keep its answer."
        : `There is no component ${kind.slice(0, 60)} here. Add its question by hand.`;
    lose(
      source,
      "left",
      place,
      kind === "HiddenField" ? "A hidden field takes its value from the address. There is none here." : says,
      textOf(component),
    );
    return undefined;
  }
  if (known.loses !== undefined) lose(source, "changed", place, `${kind}: ${known.loses}.`);
  const choosing = known.type === "choice" || known.type === "choices";
  const options = choosing ? optionsOf(component, place, source) : undefined;
  const [only] = options ?? [];
  if (only !== undefined && options?.length === 1) return declared(wordsOf(component, name, "declaration"), component, only, place, source);
  const type = choosing && options === undefined ? "text" : known.type;
  const asked = {
    ...wordsOf(component, name, type),
    ...(options === undefined ? {} : { options }),
    settings: settingsOf(component, type, place, source),
  };
  reportExtras(component, type, place, source);
  return type === "group" ? entryGroup(asked, component, place, source) : longEnough(asked, component);
}

/** What is known of a component that cannot be asked: its texts, and how it was set. */
export function textOf(component: Json): string {
  const texts = ["title", "hint", "shortDescription", "errorDescription", "content"].map((key) => plainText(textAt(component, key)));
  const settings = ["options", "schema", "list"].flatMap((key) => {
    const value = at(component, key);
    const nothing = value === undefined || value === "" || (keysOf(value).length === 0 && typeof value !== "string");
    return nothing || seemsSecret("", value) ? [] : [`${key}: ${JSON.stringify(value).slice(0, 2000)}`];
  });
  return [...texts, ...settings].filter((text) => text !== "").join("\n");
}

function wordsOf(component: Json, name: string, type: string): Asked {
  const ask = plainLine(textAt(component, "title")) || name;
  const hint = plainLine(textAt(component, "hint"));
  const label = plainLine(textAt(component, "shortDescription"));
  return {
    source: name,
    ask,
    ...(hint === "" ? {} : { hint }),
    ...(label === "" || label === ask ? {} : { label }),
    optional: at(component, "options", "required") === false,
    personal: seemsPersonal(type, ask),
    type,
    settings: {},
  };
}

/** The fewest characters are a rule of the screen. */
function longEnough(asked: Asked, component: Json): Asked {
  const fewest = fewestCharacters(component, asked.type);
  if (fewest === undefined) return asked;
  const enough = test(asked.source, { op: "length", is: ">=", number: fewest });
  const rule = asked.optional ? any([not(test(asked.source, { op: "answered" })), enough]) : enough;
  return { ...asked, must: { rule, say: `Your answer must have ${fewest} characters or more` } };
}

/** A component that asks several things again and again. */
function entryGroup(asked: Asked, component: Json, place: string, source: Source): Asked | undefined {
  const questions = listAt(component, "children")
    .map((child) => askedOf(child, place, source))
    .filter((child) => child !== undefined);
  const settings = { entry: "entry", least: asked.optional ? 0 : 1, most: 20 };
  if (questions.length > 0) return { ...asked, settings, questions: inEntry(questions, place, source) };
  lose(source, "left", place, "It repeats questions and has none. Add them by hand.", asked.ask);
  return undefined;
}

/** Questions as a group can ask them: without rules of their own. */
export function inEntry(questions: readonly Asked[], place: string, source: Source): readonly Asked[] {
  return questions.map(({ must, ...rest }) => {
    if (must !== undefined) lose(source, "routing", `${place}, ${rest.source}`, `In a group this is not checked: ${must.say}.`);
    return rest;
  });
}

/** One box to tick is a declaration. */
function declared(asked: Asked, component: Json, only: Option, place: string, source: Source): Asked {
  reportExtras(component, "declaration", place, source);
  if (only.hint !== undefined) lose(source, "kept", place, "The hint of its only option.", only.hint);
  return { ...asked, settings: { declare: only.text } };
}

function optionsOf(component: Json, place: string, source: Source): readonly Option[] | undefined {
  const name = textAt(component, "list") || textAt(component, "values", "list");
  const items = listAt(source.list(name), "items");
  for (const item of items) reportItem(item, place, source);
  const all = items.map((item) => optionOf(item)).filter((option) => option.text !== "");
  const options = distinctOptions(all, place, source.losses);
  if (options.length > 0) return options;
  lose(source, "routing", place, `The list ${name || "(no name)"} has no options, so this is asked as text. Add the options.`);
  return undefined;
}

function optionOf(item: Json): Option {
  const hint = plainLine(textAt(item, "hint", "text") || textAt(item, "description") || textAt(item, "hint"));
  const text = plainLine(textAt(item, "text"));
  return { value: textAt(item, "value") || text, text, ...(hint === "" ? {} : { hint }) };
}

function reportItem(item: Json, place: string, source: Source): void {
  const text = plainLine(textAt(item, "text"));
  const condition = textAt(item, "condition");
  if (condition !== "") lose(source, "routing", place, `The option ‘${text}’ is shown only if ${condition}. Here it is always shown.`);
  const names = listAt(item, "childrenItems").map((part) => textAt(part, "title") || textAt(part, "name"));
  if (names.length > 0)
    lose(source, "left", place, `The option ‘${text}’ opens further questions. Ask them on the next screen.`, names.join("; "));
  for (const key of keysOf(item)) if (!ITEM_KEYS.has(key)) extra(`The option ‘${text}’: ${key}`, at(item, key), place, source);
}

const ITEM_KEYS: ReadonlySet<string> = new Set("id text value hint description condition conditional childrenItems".split(" "));

/** A question that an option opens on the same page, with when it is asked. */
export interface Revealed {
  readonly asked: Asked;
  readonly when: Condition;
}

/** The questions inside the options of a component. */
export function revealedBy(component: Json, asked: Asked, where: string, source: Source): readonly Revealed[] {
  if (asked.options === undefined) return [];
  const items = listAt(source.list(textAt(component, "list") || textAt(component, "values", "list")), "items");
  return items.flatMap((item) => {
    const value = optionOf(item).value;
    const when = test(asked.source, asked.type === "choices" ? { op: "has", option: value } : { op: "=", value: { text: value } });
    return listAt(item, "conditional", "components").flatMap((inner): readonly Revealed[] => {
      const content = CONTENT_TYPES.has(textAt(inner, "type"));
      const found = content ? undefined : askedOf(inner, where, source);
      if (content)
        lose(source, "kept", where, `The option ‘${plainLine(textAt(item, "text"))}’ opens a text.`, contentOf(inner, where, source));
      return found === undefined ? [] : [{ asked: found, when }];
    });
  });
}
