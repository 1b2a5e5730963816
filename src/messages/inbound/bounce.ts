/** What a mail server that sent a message back says of it (RFC 3464); undefined where it is only late, or this is no such report. */
export interface Bounce {
  /** In plain words for officers, without anything of the person. */
  readonly why: string;
}

const WHY: readonly (readonly [RegExp, string])[] = [
  [/^5\.1\.(0|1|3|6|10)$/, "There is no such email address"],
  [/^5\.(1\.2|4\.4|4\.1|1\.8)$/, "There is no mail server of that name: the part after the @ may be wrong"],
  [/^5\.2\.1$/, "The mailbox takes no mail any more"],
  [/^[45]\.2\.2$/, "The mailbox is full"],
  [/^5\.(2\.3|3\.4)$/, "The message was too large for their mail server"],
  [/^5\.7\./, "Their mail server refused it, perhaps as unwanted mail"],
  [/^[45]\.4\.7$/, "Their mail server could not be reached for days"],
];

/** Reads the machine's part of a report. */
export function readReport(report: string): Bounce | undefined {
  const field = (name: string): string => new RegExp(`^${name}:[ \\t]*([^\\r\\n]{1,200})`, "im").exec(report)?.[1]?.trim() ?? "";
  if (field("Action").toLowerCase() !== "failed") return undefined;
  const [status = ""] = /^[245]\.\d{1,3}\.\d{1,3}/.exec(field("Status")) ?? [];
  const known = WHY.find(([pattern]) => pattern.test(status));
  return { why: known?.[1] ?? "Their mail server sent it back" };
}
