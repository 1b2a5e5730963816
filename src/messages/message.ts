/** How a person is told: by email, on paper, or only in the account. */
export type MessageWay = "email" | "letter" | "account";

/** A message with its words, ready to go. */
export interface OutgoingMessage {
  readonly way: MessageWay;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

/** A message as a definition writes it: Markdown of the plainest kind, with `{words}` that are filled in. */
export interface MessageWords {
  readonly subject: string;
  readonly body: string;
}

/** What the `{words}` of a message stand for. A word that is absent or empty takes its paragraph with it. */
export interface MessageValues {
  readonly name?: string;
  readonly reference?: string;
  readonly service?: string;
  readonly stage?: string;
  /** What the stage means, and what happens next, in the service's own words. */
  readonly says?: string;
  readonly next?: string;
  /** The deadline as a person reads it: `Friday 6 March 2026`. */
  readonly due?: string;
  /** The last day of the time that the stage has: where it waits for the person, their last day to answer. */
  readonly by?: string;
  readonly reason?: string;
  /** Somebody else whom it is about: who says that it is not right, or who sent what is to be confirmed. */
  readonly who?: string;
  readonly link?: string;
  /** What an officer wrote, for the message that carries it. */
  readonly message?: string;
  /** What officers recorded, by its name in rules: everything the service may record, empty where it has not. */
  readonly recorded?: Readonly<Record<string, string>>;
}

/** Every word a message may use. */
export const MESSAGE_WORDS = [
  "name",
  "reference",
  "service",
  "stage",
  "says",
  "next",
  "due",
  "by",
  "reason",
  "who",
  "link",
  "message",
] as const;

export interface FilledMessage {
  readonly subject: string;
  /** Plain text. Paragraphs have an empty line between them. */
  readonly body: string;
}

const WORD = /\{([a-z][a-z0-9_]*)\}/g;
const LONGEST_SUBJECT = 200;

function valueOf(values: MessageValues, word: string): string | undefined {
  const known = MESSAGE_WORDS.find((name) => name === word);
  // A word that is none of ours stays as it was written: the checker reports it, and braces may be meant.
  if (known !== undefined) return values[known]?.trim();
  return values.recorded !== undefined && Object.hasOwn(values.recorded, word) ? values.recorded[word]?.trim() : `{${word}}`;
}

// One pass, so that what a person typed is never read as a word.
function fill(text: string, values: MessageValues): string {
  return text.replace(WORD, (_, word: string) => valueOf(values, word) ?? "");
}

function isWhole(paragraph: string, values: MessageValues): boolean {
  return [...paragraph.matchAll(WORD)].every(([, word]) => Boolean(valueOf(values, word ?? "")));
}

/** Headings are underlined, as GOV.UK Notify does in plain text. */
function layOut(paragraph: string): string {
  return paragraph.replace(/^#{1,3} +(.+)$/gm, (_, heading: string) => `${heading}\n${"-".repeat(Math.min(heading.length, 65))}`);
}

// Control and format characters could end a header or turn the text round.
function oneLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return line.length > LONGEST_SUBJECT ? `${line.slice(0, LONGEST_SUBJECT - 1).toWellFormed()}…` : line;
}

// What people typed may hold any character; a message keeps line ends only.
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/\r\n?/g, "\n").replace(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, " ");
}

/**
 * Fills a message: the subject in one line; the body as paragraphs of plain text, those left out that use a word with no value,
 * and the council's signature after them.
 */
export function fillMessage(words: MessageWords, values: MessageValues, signature: readonly string[]): FilledMessage {
  const paragraphs = words.body.trim().split(/\n{2,}/);
  const filled = paragraphs
    .filter((paragraph) => isWhole(paragraph, values))
    .map((paragraph) => plain(fill(layOut(paragraph), values)).trim());
  return { subject: oneLine(fill(words.subject, values)), body: `${[...filled, signature.join("\n")].filter(Boolean).join("\n\n")}\n` };
}
