import type { Verb } from "./verb.ts";

/** What `help` prints: every verb with its ways of calling it. */
export function helpLines(verbs: ReadonlyMap<string, Verb>): readonly string[] {
  const lines = [...verbs.values()].flatMap((verb) => [
    ...verb.use.map((use) => `  npm run guildhall -- ${use}`),
    `      ${verb.about}`,
    "",
  ]);
  return ["Guildhall: council services written once, as one plain file.", "", ...lines];
}
