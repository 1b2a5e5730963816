import type { Fields, Question } from "./answer-type.ts";

/** Where the definition sets no limit, and where it sets one that a page cannot show. */
const MOST = 20;
const MOST_EVER = 50;

/** How many entries the group takes. */
export function mostEntries(question: Question): number {
  return Math.min(question.settings.most ?? MOST, MOST_EVER);
}

export function leastEntries(question: Question): number {
  return question.settings.least ?? (question.optional ? 0 : 1);
}

/** Put before the fields of one entry: `children.0.` */
export function entryPrefix(field: string, index: number): string {
  return `${field}.${index}.`;
}

/** How many entries were on the form: those with a field, or as many as the form says. Never more than one above the most a page can show. */
export function entryCount(fields: Fields, field: string): number {
  const said = fields.get(`${field}.count`)?.[0] ?? "";
  let count = /^\d{1,3}$/.test(said) ? Number(said) : 0;
  for (const key of fields.keys()) count = Math.max(count, (entryIndex(key, field) ?? -1) + 1);
  return Math.min(count, MOST_EVER + 1);
}

/** The entry that a field belongs to; undefined for a field of something else. */
export function entryIndex(key: string, field: string): number | undefined {
  if (!key.startsWith(`${field}.`)) return undefined;
  const digits = /^(\d{1,4})\./.exec(key.slice(field.length + 1, field.length + 6))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The fields with room for one entry more. */
export function withAnother(question: Question, fields: Fields, field: string): Fields {
  const after = new Map(fields);
  after.delete(`${field}.add`);
  return after.set(`${field}.count`, [String(Math.min(Math.max(entryCount(fields, field), 1) + 1, mostEntries(question)))]);
}

/** The fields without one entry; those after it move up. */
export function withoutEntry(fields: Fields, field: string, removed: number): Fields {
  const after = new Map<string, readonly string[]>();
  for (const [key, values] of fields) {
    const index = entryIndex(key, field);
    if (index === undefined || index < removed) after.set(key, values);
    else if (index > removed) after.set(entryPrefix(field, index - 1) + key.slice(entryPrefix(field, index).length), values);
  }
  after.delete(`${field}.remove`);
  const count = entryCount(fields, field);
  return after.set(`${field}.count`, [String(removed < count ? count - 1 : count)]);
}
