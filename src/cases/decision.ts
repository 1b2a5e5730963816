import type { Happening } from "./event.ts";

/** Why a command is refused: a field to mend, or a case that has moved on. */
export type Refusal =
  | { readonly code: "field"; readonly field: string; readonly message: string }
  /** `nothing`: nothing is due by itself. */
  | { readonly code: "not-permitted" | "stale" | "not-found" | "nothing"; readonly message: string };

export type Decision = { readonly ok: true; readonly happening: Happening } | { readonly ok: false; readonly refusal: Refusal };
