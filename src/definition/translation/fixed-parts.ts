import { placeholdersIn } from "../placeholders.ts";

/** What a translation keeps as it is, in order: placeholders, and the addresses of links. */
export function fixedParts(text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, address = ""]) => address);
  return [...placeholdersIn(text).map(({ name }) => `{${name}}`), ...links].toSorted();
}
