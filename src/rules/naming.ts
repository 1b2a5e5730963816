/** What a question, or a part of an answer, is called where a rule is told in words. */
export interface Named {
  /** It inside a sentence: `the kind of road`, or `the answer to "How wide is it?"`. */
  readonly says: string;
  /** For yes-or-no questions, the sentence that a yes makes: `it is a danger`. */
  readonly holds?: string;
  /** The label of each option. */
  readonly options?: Readonly<Record<string, string>>;
  /** The parts of a group or of an answer that has parts. */
  readonly parts?: Readonly<Record<string, Named>>;
  /** What one entry of a group is called: `tank`. */
  readonly entry?: string;
}

export type Naming = Readonly<Record<string, Named>>;
