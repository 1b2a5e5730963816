import type { NamedCondition } from "./form.ts";
import { at, keysOf, listAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import { plainLine } from "./plain-text.ts";
import { lose } from "./source.ts";
import type { Source } from "./source.ts";

const MOST_USES = 20;

/** Each named condition with the places that go by it, for the report. One that nothing goes by is said there in full. */
export function conditionUses(form: Json, source: Source): readonly NamedCondition[] {
  const uses = new Map<string, string[]>();
  const note = (name: string, place: string): void => {
    uses.set(name, [...(uses.get(name) ?? []), place].slice(0, MOST_USES));
  };
  for (const page of listAt(form, "pages")) look(page, `page ${textAt(page, "path")}`, note);
  for (const condition of listAt(form, "conditions"))
    look(at(condition, "value") ?? at(condition, "items"), `condition ${titleOf(condition)}`, note);
  for (const list of listAt(form, "lists")) look(list, `list ${textAt(list, "name")}`, note);
  look(at(form, "fees"), "the fee", note);
  return listAt(form, "conditions").map((condition) => {
    const names = [textAt(condition, "name"), textAt(condition, "id")].filter((name) => name !== "");
    const places = [...new Set(names.flatMap((name) => uses.get(name) ?? []))];
    if (places.length === 0) {
      const { id: _, name: __, displayName: ___, ...rest } = Object.fromEntries(keysOf(condition).map((key) => [key, at(condition, key)]));
      const text = JSON.stringify(rest).slice(0, 5000);
      lose(source, "left", `condition ${titleOf(condition)}`, "Nothing in the form goes by it.", text);
    }
    return { name: names[0] ?? "", title: titleOf(condition), uses: places };
  });
}

function titleOf(condition: Json): string {
  return plainLine(textAt(condition, "displayName")) || textAt(condition, "name");
}

/** Finds the names of conditions, wherever they stand in a part. */
function look(value: Json, place: string, note: (name: string, place: string) => void): void {
  if (Array.isArray(value)) for (const part of value) look(part, place, note);
  else {
    for (const key of keysOf(value)) {
      const found = at(value, key);
      if (typeof found === "string" && (key === "condition" || key === "conditionName" || key === "conditionId")) note(found, place);
      else look(found, place, note);
    }
  }
}

/** Lists that no question shows. */
export function reportLists(form: Json, source: Source): void {
  const shown = new Set<string>();
  const see = (component: Json): void => {
    for (const name of [textAt(component, "list"), textAt(component, "values", "list")]) shown.add(name);
    for (const child of listAt(component, "children")) see(child);
  };
  for (const page of listAt(form, "pages")) for (const component of listAt(page, "components")) see(component);
  for (const list of listAt(form, "lists")) {
    for (const item of listAt(list, "items")) for (const component of listAt(item, "conditional", "components")) see(component);
  }
  for (const list of listAt(form, "lists")) {
    if ([textAt(list, "name"), textAt(list, "id")].some((name) => name !== "" && shown.has(name))) continue;
    const items = listAt(list, "items").map((item) => `- ${plainLine(textAt(item, "text"))} (${textAt(item, "value")})`);
    const place = `list ${plainLine(textAt(list, "title"))} (${textAt(list, "name").slice(0, 100)})`;
    lose(source, "left", place, "No question shows this list.", items.join("\n"));
  }
}
