import type { Loss, LossKind } from "./form.ts";
import type { Json } from "./json.ts";

/** What the two JSON dialects share: lists of options, and one report. */
export interface Source {
  /** The list of options that a component names. */
  list(name: string): Json;
  readonly losses: Loss[];
}

export function lose(source: Source, kind: LossKind, where: string, says: string, text?: string): void {
  source.losses.push(text === undefined || text === "" ? { kind, at: where, says } : { kind, at: where, says, text });
}
