/** What a message may say about the case it goes with, in braces: {name}. */
export const PLACEHOLDERS: ReadonlyMap<string, string> = new Map([
  ["name", "the person's name"],
  ["reference", "the case's reference"],
  ["service", "the service's title"],
  ["stage", "the title of the stage the case is at"],
  ["says", "what that stage means"],
  ["next", "what happens next"],
  ["due", "the day by which the council will be done"],
  ["by", "the last day of the time that the stage has: where we wait for the person, their last day to answer"],
  ["reason", "the reason an officer gave"],
  ["who", "in the message `disputed`: who says that it is not right"],
  ["link", "the address of the case's page"],
]);

export interface Placeholder {
  readonly name: string;
  /** Offsets of the braces and what they hold. */
  readonly from: number;
  readonly to: number;
}

/** Everything in a text that stands in braces as a placeholder does. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  if (!text.includes("{")) return [];
  return [...text.matchAll(/\{([^{}\n]{1,40})\}/g)].map((match) => ({
    name: match[1] ?? "",
    from: match.index,
    to: match.index + match[0].length,
  }));
}
