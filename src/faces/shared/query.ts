/** One text of an address's query; empty where it is absent. Of several with one name, the first. */
export function oneText(query: unknown, name: string): string {
  if (typeof query !== "object" || query === null || !Object.hasOwn(query, name)) return "";
  // Safe: the name is an own key of it, and what it holds is looked at before it is used.
  const [value] = [(query as Readonly<Record<string, unknown>>)[name]].flat();
  return typeof value === "string" ? value : "";
}

/** Every text of an address's query under a name, in order. */
export function manyTexts(query: unknown, name: string): readonly string[] {
  if (typeof query !== "object" || query === null || !Object.hasOwn(query, name)) return [];
  // Safe: the name is an own key of it, and what it holds is looked at before it is used.
  const values = [(query as Readonly<Record<string, unknown>>)[name]].flat();
  return values.filter((value) => typeof value === "string");
}
