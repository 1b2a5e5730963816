/** What one person was told, and what they do not know. It is all that the check may hold the product to. */
export interface Diary {
  /** Theirs alone: one person makes one journey, so it must have at most one case. */
  readonly email: string;
  readonly channel: "web" | "api";
  /** The one-time key that they hold: of their draft, or of their call. */
  key?: string;
  /** They were told that the journey has started. */
  started: boolean;
  /** Values of each question that were kept, as they were told, and those that may have been. */
  readonly answers: Map<string, Told>;
  /** They were told that it is sent. */
  sent: boolean;
  /** They may have sent it. */
  maybeSent: boolean;
  /** Every reference that they were shown. */
  readonly references: Set<string>;
  /** The text of the file that they were told is kept. */
  file?: string;
  /** Answers that nobody should ever get. */
  readonly surprises: string[];
}

export interface Told {
  kept?: string;
  readonly maybe: Set<string>;
}

/** When something durable was acknowledged, and when it was asked for: milliseconds on this process's clock. */
export interface Acknowledgement {
  readonly askedAt: number;
  readonly at: number;
}

export function newDiary(email: string, channel: Diary["channel"]): Diary {
  return { email, channel, started: false, answers: new Map(), sent: false, maybeSent: false, references: new Set(), surprises: [] };
}

/** Notes that an answer is on its way. */
export function trying({ answers }: Diary, question: string, value: string): void {
  const told = answers.get(question) ?? { maybe: new Set() };
  told.maybe.add(value);
  answers.set(question, told);
}

/** Notes that they were told that it is kept. */
export function keptNow({ answers }: Diary, question: string, value: string): void {
  answers.set(question, { kept: value, maybe: new Set() });
}
