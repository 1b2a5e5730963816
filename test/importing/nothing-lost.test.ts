import assert from "node:assert/strict";
import { test } from "node:test";
import { importForm } from "../../src/importing/import-form.ts";
import { denseDefra } from "./dense-defra.ts";
import { denseXgov } from "./dense-xgov.ts";
import { imported } from "./imported.ts";

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** Where a value stands in a form: keys, and `#` for a place in a list. */
interface Leaf {
  readonly kind: string;
  readonly keys: readonly string[];
  readonly value: string | number | boolean;
}

function leavesOf(value: Value, keys: readonly string[] = []): readonly Leaf[] {
  if (value === null) return [];
  if (typeof value !== "object") return [{ kind: keys.map((key) => (/^\d+$/.test(key) ? "#" : key)).join("."), keys, value }];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...keys, key]));
}

/** Words that mean something to the engines become another such word. */
const OTHER_WORD: Readonly<Record<string, string>> = {
  and: "or",
  or: "and",
  "in the past": "in the future",
  "in the future": "in the past",
};

function other(value: Leaf["value"]): Leaf["value"] {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  return OTHER_WORD[value] ?? (/^\d{4}-\d\d/.test(value) ? value.replace("2026", "2025").replace("2020", "2019") : `${value}Zq`);
}

function holderOf(form: Value, keys: readonly string[]): Record<string, unknown> {
  return keys
    .slice(0, -1)
    .reduce<Record<string, unknown>>((within, key) => within[key] as Record<string, unknown>, form as Record<string, unknown>);
}

/** The form with one value changed to another of its kind. */
function changed(form: Value, { keys, value }: Leaf): Value {
  const copy = structuredClone(form);
  holderOf(copy, keys)[keys.at(-1) ?? ""] = other(value);
  return copy;
}

function outcome(form: Value): string {
  const result = importForm({ name: "form.json", bytes: Buffer.from(JSON.stringify(form)) });
  return result.ok ? result.value.definition + result.value.report : result.refusal.why;
}

/** Keys that only the designer's program reads, or that say how something looks. Nothing else may be passed over. */
const MEANINGLESS: readonly RegExp[] = [
  /(^|\.)id$/,
  /\.options\.(classes|rows|bold|hideTitle|optionalText|type)$/,
  /\.(display|conditionDisplayName|nameHasError|subType)$/,
  /^lists\.#\.(title|type)$/,
  /^conditions\.#\.items\.#\.type$/,
  /^conditions\.#\.value\.name$/,
  /\.(field|value)\.type$/,
  /^sections\.#\.(hideTitle|name)$/,
  /^specialPages\..*\.type$/,
  /^(engine|schema|version|startPage)$/,
];
/** Where the values are those of the old system: each key is named in the report, and no value shown. */
const PRIVATE = /^(feedback|phaseBanner|metadata|options|outputEmail|output|outputs|feeOptions|payApiKey|analytics)\b|\.events\./;
const TEXTS: ReadonlySet<unknown> = new Set("Html Para InsetText Details Markdown FlashCard NotificationBanner".split(" "));

/** What a text is called in the designer is seen nowhere. */
function isNameOfText(form: Value, { keys }: Leaf): boolean {
  const type = holderOf(form, keys)["type"];
  return (keys.at(-1) === "name" && type === "List") || (["name", "title"].includes(keys.at(-1) ?? "") && TEXTS.has(type));
}

function isMeant(form: Value, leaf: Leaf): boolean {
  return !MEANINGLESS.some((pattern) => pattern.test(leaf.kind)) && !PRIVATE.test(leaf.kind) && !isNameOfText(form, leaf);
}

const WORDS =
  /(^|\.)(title|hint|text|content|description|shortDescription|errorDescription|displayName|declaration|heading|\w*[mM]essage|instructionText|suffix|prefix|label|\w*Label)$/;

function isWords({ kind, value }: Leaf): boolean {
  return typeof value === "string" && WORDS.test(kind);
}

/** The texts that are not to be found, when each of them has a word that stands nowhere else. */
function lostTexts(form: Value): readonly string[] {
  const copy = structuredClone(form);
  const texts = leavesOf(form).filter((leaf) => isWords(leaf) && isMeant(form, leaf));
  for (const [index, { keys, value }] of texts.entries()) holderOf(copy, keys)[keys.at(-1) ?? ""] = `${String(value)} Mark${index}x`;
  const found = outcome(copy).toLowerCase();
  return texts.filter((_, index) => !found.includes(`mark${index}x`)).map(({ keys, value }) => `${keys.join(".")}: ${String(value)}`);
}

/** Two of each kind, by the type of the part that they stand in. */
function fewOfEach(form: Value, leaves: readonly Leaf[]): readonly Leaf[] {
  const kinds = Map.groupBy(
    leaves,
    ({ kind, keys }) => `${kind} ${String(holderOf(form, keys.slice(0, -1))["type"] ?? holderOf(form, keys)["type"])}`,
  );
  return [...kinds.values()].flatMap((each) => each.slice(0, 2));
}

/** The values, texts aside, with which nothing changes when they do. */
function unheeded(form: Value): readonly string[] {
  const before = outcome(form);
  const meant = fewOfEach(
    form,
    leavesOf(form).filter((leaf) => !isWords(leaf) && isMeant(form, leaf)),
  );
  const silent = meant.filter((leaf) => outcome(changed(form, leaf)) === before);
  return silent.map(({ keys, value }) => `${keys.join(".")}: ${String(value)}`);
}

function hidden(form: Value): readonly string[] {
  const all = outcome(form);
  return leavesOf(form)
    .filter(({ kind }) => PRIVATE.test(kind))
    .flatMap(({ keys, value }) => {
      const place = keys.join(".");
      const name = keys.find((key) => key === "events") ?? keys.findLast((key) => !/^\d+$/.test(key)) ?? "";
      const shown = typeof value === "string" && value.length > 7 && all.includes(value) ? [`${place} is shown`] : [];
      return all.includes(name) ? shown : [`${place} is not named`, ...shown];
    });
}

const FORMS: Readonly<Record<string, () => object>> = { "the Defra designer": denseDefra, "the XGov form builder": denseXgov };

for (const [dialect, form] of Object.entries(FORMS)) {
  test(`every value of a form of ${dialect} is in the definition or in the report`, () => {
    assert.deepEqual(lostTexts(form() as Value), []);
    assert.deepEqual(unheeded(form() as Value), []);
  });

  test(`addresses, keys and settings of a form of ${dialect} are named and not shown`, () => {
    assert.deepEqual(hidden(form() as Value), []);
  });

  test(`a form of ${dialect} with every kind of part gives a definition without errors`, () => {
    assert.ok(imported("form.json", form()).compiled.questions.size > 20);
  });
}
