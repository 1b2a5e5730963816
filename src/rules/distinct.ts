import type { Value } from "./value.ts";

/** Each item once. Equal items are written alike: each is of one type, which was read before. */
export function distinct(list: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return list.filter((item) => {
    const key = typeof item === "object" ? JSON.stringify(item) : `${typeof item} ${String(item)}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}
