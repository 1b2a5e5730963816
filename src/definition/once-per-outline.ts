import type { Outline } from "./outline.ts";

/** What several checks look at: made when the first of them asks, and kept as long as the outline is. */
export function oncePerOutline<T>(make: (outline: Outline) => T): (outline: Outline) => T {
  const made = new WeakMap<Outline, { readonly value: T }>();
  return (outline) => {
    const known = made.get(outline);
    if (known !== undefined) return known.value;
    const value = make(outline);
    made.set(outline, { value });
    return value;
  };
}
