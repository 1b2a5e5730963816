import type { SourceFile } from "./yaml/node.ts";

/** A register as it lies in a folder: the CSV file with its rows, and beside it the declaration that says how to read them. */
export interface RegisterFile {
  readonly name: string;
  readonly declaration?: SourceFile;
  readonly content?: RegisterContent;
}

export type RegisterContent =
  | { readonly ok: true; readonly file: SourceFile }
  /** The file could not be read as text. */
  | { readonly ok: false; readonly file: SourceFile; readonly message: string; readonly fix: string };

/** The registers that a definition may name, by name. */
export type RegisterFiles = ReadonlyMap<string, RegisterFile>;

export const NO_REGISTERS: RegisterFiles = new Map();
