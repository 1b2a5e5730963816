import type { ContactReason } from "./council.ts";
import { checkKeys, groups, LINE, NAME, text, trueOrFalse } from "./sheet.ts";
import type { Sheet } from "./sheet.ts";

/** Reads why people contact the council, in the order in which officers are offered them. */
export function reasonsOf(sheet: Sheet): ReadonlyMap<string, ContactReason> {
  const reasons = new Map(
    groups(sheet, "contact-reasons", "reason", NAME).map(([id, inner]) => {
      checkKeys(inner, ["name"], ["failure-demand"]);
      return [id, { id, name: text(inner, "name", LINE) ?? "", failure: trueOrFalse(inner, "failure-demand") === true }] as const;
    }),
  );
  const all = [...reasons.values()];
  const at = sheet.map.entries.get("contact-reasons")?.key;
  if (at !== undefined && all.length > 0 && (all.every(({ failure }) => failure) || !all.some(({ failure }) => failure))) {
    const message = "The contact reasons do not tell failure demand from the rest: all of them are, or none is.";
    sheet.notes.push({
      code: "council-reasons",
      at,
      message,
      fix: "Write failure-demand: true at those that a better service would spare people.",
    });
  }
  return reasons;
}
