import { createHash, createHmac, timingSafeEqual } from "node:crypto";

import { isUuid } from "../../platform/ids.ts";

/** What mail to an address is: what a person writes about their case, or news that a message of ours could not be delivered. */
export type MailPurpose = "reply" | "bounce";

/** What an address of ours stands for. */
export interface MailAbout {
  readonly council: string;
  readonly purpose: MailPurpose;
  /** The case of a reply, the message of a bounce. */
  readonly id: string;
  /** What the address is bound to besides: another value makes another address, and the one before is refused. */
  readonly bound: string;
}

/** The part of an address that can be read by anybody: which council it is likely to be, and of what. */
export interface ReadToken {
  readonly purpose: MailPurpose;
  readonly id: string;
  isOf(council: string): boolean;
  /** Whether we made it, for this council and what it is bound to. */
  holds(secret: Buffer, council: string, bound: string): boolean;
}

// A name before the @ has at most 64 letters, and some programs make them all small: so base32, which needs 55 for these 34 bytes.
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const TAG = 2;
const ID = 16;
const MAC = 16;
const LENGTH = Math.ceil(((TAG + ID + MAC) * 8) / 5);

function toText(bytes: Uint8Array): string {
  let [text, held, bits] = ["", 0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += LETTERS[(held >> (bits - 5)) & 31] ?? "";
  }
  return bits === 0 ? text : text + (LETTERS[(held << (5 - bits)) & 31] ?? "");
}

function toBytes(text: string): Buffer {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of text) {
    held = ((held << 5) | LETTERS.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return Buffer.from(bytes);
}

/** Tells which council an address is of without trying the secret of each. */
function tagOf(council: string): Buffer {
  return createHash("sha256").update(`mail-in\n${council}`).digest().subarray(0, TAG);
}

function macOf(secret: Buffer, { council, purpose, id, bound }: MailAbout): Buffer {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["mail-in", purpose, council, id, bound]))
    .digest()
    .subarray(0, MAC);
}

/** The name of an address, before its @: nobody can make one without the council's secret. */
export function mailName(secret: Buffer, about: MailAbout): string {
  const id = Buffer.from(about.id.replaceAll("-", ""), "hex");
  return `${about.purpose}+${toText(Buffer.concat([tagOf(about.council), id, macOf(secret, about)]))}`;
}

const NAME = new RegExp(`^(reply|bounce)\\+([${LETTERS}]{${LENGTH}})$`);

function dashed(id: Buffer): string {
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Reads the name of an address; undefined where it is none of ours by its form. Whether we made it, `holds` says. */
export function readMailName(name: string): ReadToken | undefined {
  const [, purpose, text] = NAME.exec(name.toLowerCase()) ?? [];
  if (text === undefined || (purpose !== "reply" && purpose !== "bounce")) return undefined;
  const bytes = toBytes(text);
  const [tag, mac] = [bytes.subarray(0, TAG), bytes.subarray(TAG + ID, TAG + ID + MAC)];
  const id = dashed(bytes.subarray(TAG, TAG + ID));
  if (!isUuid(id)) return undefined;
  return {
    purpose,
    id,
    isOf: (council) => tagOf(council).equals(tag),
    holds: (secret, council, bound) => timingSafeEqual(mac, macOf(secret, { council, purpose, id, bound })),
  };
}
