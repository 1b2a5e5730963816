import type { Councils } from "../councils/councils.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";

/** What the verbs for officers and keys work with. */
export interface OperatorTools {
  readonly database: Database;
  readonly councils: Councils;
  readonly clock: Clock;
  /** The system's: passwords and keys are made of it. */
  readonly ids: Ids;
  /** Writes a line for the person at the terminal. */
  say(line: string): void;
  /** Writes a line about what is wrong. */
  complain(line: string): void;
  /** The first line of standard input, when something other than a terminal is there. */
  readLine(): Promise<string | undefined>;
}

/** What a verb leaves to the shell: 0 for done, 1 for not done. */
export type ExitCode = 0 | 1;

/** The council that `--council` names; with one council it needs no naming. Complains and gives undefined when there is none. */
export function chosenCouncil(tools: OperatorTools, name: string | undefined): ReturnType<Councils["get"]> {
  const all = tools.councils.all();
  const only = all.length === 1 ? all[0] : undefined;
  const found = name === undefined ? only : tools.councils.get(name);
  if (found === undefined) tools.complain(`Name a council with --council: ${all.map(({ id }) => id).join(", ")}`);
  return found;
}

/** Names with commas between. Complains about those that are not among `known`. */
export function chosenNames(
  tools: OperatorTools,
  given: string | undefined,
  kind: string,
  known: readonly string[],
): readonly string[] | undefined {
  const names = (given ?? "").split(",").flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
  const wrong = names.filter((name) => !known.includes(name));
  for (const name of wrong) tools.complain(`There is no ${kind} ${name}. There are ${known.join(", ")}`);
  return wrong.length > 0 ? undefined : [...new Set(names)];
}

/** Reads `--name value` pairs and words; undefined, with a complaint, when an option isn't known. */
export function readOptions(
  tools: OperatorTools,
  given: readonly string[],
  known: readonly string[],
): { readonly words: readonly string[]; readonly options: ReadonlyMap<string, string> } | undefined {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? "";
    if (!word.startsWith("--")) words.push(word);
    else {
      const [name = "", inline] = word.slice(2).split(/=(.*)/s, 2);
      const value = inline ?? given[++at];
      if (!known.includes(name) || value === undefined) {
        tools.complain(
          known.includes(name)
            ? `Write a value after --${name}`
            : `There is no option --${name}. There are ${known.map((one) => `--${one}`).join(", ")}`,
        );
        return undefined;
      }
      options.set(name, value);
    }
  }
  return { words, options };
}
