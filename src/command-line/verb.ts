import type { ExitCode } from "./operator.ts";

/** What a verb works with: the folder that holds `councils` and `services`, and the person's terminal. */
export interface Desk {
  readonly root: string;
  /** Writes a line for the person at the terminal. */
  say(line: string): void;
  /** Writes a line about what is wrong. */
  complain(line: string): void;
  /** The next line of standard input; undefined at its end. Absent where nobody can type. */
  nextLine?(): Promise<string | undefined>;
}

export interface Verb {
  /** One sentence for `help`. */
  readonly about: string;
  /** How to call it, one line for each way. */
  readonly use: readonly string[];
  run(desk: Desk, words: readonly string[]): Promise<ExitCode>;
}
