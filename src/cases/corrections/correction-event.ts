import type { Answers } from "../../answers/answer-type.ts";
import type { DeadlineMove } from "../clock/deadline-move.ts";

/** What an answer that is changed does to the case besides. What stays as it was is absent. Instants are ISO. */
export interface CorrectedData {
  /** The question whose answer an officer changed. */
  readonly question: string;
  /** Every question and fact whose answer is another now, has none any more, or had none. */
  readonly changed: readonly string[];
  readonly priority?: string;
  readonly due?: string;
  readonly moved?: DeadlineMove;
  readonly feePence?: number | null;
  readonly tellBy?: "email" | "letter" | "none";
}

/** Of what is changed, the answers before and after: absent where there was none, or is none. */
// A type and no interface, so that it is read as the record that an event keeps.
export type CorrectedAnswers = {
  readonly was: Answers;
  readonly now: Answers;
  readonly reason: string;
};
