import type { Condition } from "./condition.ts";

/**
 * The small tree that every dialect is read into, and from which the definition is written. It knows nothing of the dialects; names in it
 * (`source`) are those of the source file, so that the report can say where each thing went.
 */
export interface Form {
  readonly dialect: Dialect;
  readonly title: string;
  readonly pages: readonly Page[];
  readonly declaration?: string;
  /** What the start page says besides. */
  readonly start?: string;
  /** Parts of what is to be paid, added up. */
  readonly fees: readonly Fee[];
  readonly losses: readonly Loss[];
  /** The named conditions of the source, each with the places that go by it; absent where the dialect names none. */
  readonly conditions?: readonly NamedCondition[];
  /** All pages of the source, also those that ask nothing. */
  readonly sourcePages?: readonly NamedPage[];
}

export interface NamedPage {
  readonly path: string;
  readonly title: string;
  /** What it is where it asks nothing: the start page or the check page. */
  readonly role: string;
}

export interface NamedCondition {
  readonly name: string;
  readonly title: string;
  readonly uses: readonly string[];
}

export type Dialect = "xgov" | "defra" | "xlsform";

/** One page in the order asked. A page with an ending asks nothing: the journey ends there without a case. */
export interface Page {
  /** What the source calls it, for the report. */
  readonly source: string;
  readonly title: string;
  readonly when?: Condition;
  readonly questions: readonly Asked[];
  readonly ending?: string;
}

export interface Asked {
  /** Its name in the source, which conditions go by. */
  readonly source: string;
  readonly ask: string;
  readonly hint?: string;
  readonly label?: string;
  readonly optional: boolean;
  readonly personal: boolean;
  /** A name of the table in `answer-type-table.ts`. */
  readonly type: string;
  readonly options?: readonly Option[];
  /** Other settings of the type, in the order they are written. */
  readonly settings: Settings;
  /** What must hold of the answer itself, with what is said when it does not. */
  readonly must?: { readonly rule: Condition; readonly say: string };
  /** A group's questions. */
  readonly questions?: readonly Asked[];
}

export type Settings = Readonly<Record<string, string | number | boolean>>;

export interface Option {
  /** The value in the source, which conditions go by. */
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** One part of what is to be paid: the amount of the first case that holds, else the amount beside them, in pounds. */
export interface Fee {
  readonly cases: readonly { readonly when: Condition; readonly pounds: number }[];
  readonly otherwise: number;
  /** The question whose number the amount is taken so many times. */
  readonly times?: string;
}

/** Something of the source that the definition does not say, or says otherwise. */
export interface Loss {
  readonly kind: LossKind;
  /** Where in the source: a page, a question, a key or a cell. */
  readonly at: string;
  /** What it is and what to do. */
  readonly says: string;
  /** A text of the source that would be lost, in full. */
  readonly text?: string;
}

/** In the order of the report: the gravest first. */
export const LOSS_KINDS = {
  routing: "Look at these first: who is asked or what is allowed is not as it was",
  changed: "Said in another way",
  left: "Left out",
  kept: "Texts that stand nowhere in the definition, in full",
  secret: "Addresses, keys and settings of the old system, left out on purpose",
  drift: "Where the Welsh form differs from the English one",
  language: "Other languages",
} as const;
export type LossKind = keyof typeof LOSS_KINDS;

/** Why a file cannot be imported at all. */
export interface Refusal {
  readonly why: string;
  readonly fix: string;
}

export type Imported<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function refuse(why: string, fix: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { why, fix } };
}
