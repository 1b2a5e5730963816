import { scrypt, timingSafeEqual } from "node:crypto";
import { CodedError } from "../platform/coded-error.ts";
import type { Ids } from "../platform/ids.ts";
import { makeQueue } from "./queue.ts";

/** scrypt's parameters: 2^cost rounds over blocks of 128 * block bytes. */
export interface PasswordCost {
  readonly cost: number;
  readonly block: number;
  readonly parallel: number;
}

// 64 MB and a quarter of a second of one processor for each guess (docs/adr/0011-passwords-by-scrypt.md).
const STRONG: PasswordCost = { cost: 16, block: 8, parallel: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;

// Two at once leave two of Node's four worker threads to files and names, and bound the memory at 128 MB.
const queue = makeQueue({ together: 2, waiting: 60 });

async function derive(password: string, salt: Buffer, { cost, block, parallel }: PasswordCost): Promise<Buffer> {
  const options = { N: 2 ** cost, r: block, p: parallel, maxmem: 2 ** cost * block * 128 + 2 ** 20 };
  const work = () =>
    new Promise<Buffer>((resolve, reject) => {
      // One password typed on two keyboards may come as different code points.
      scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error)));
    });
  const key = await queue.run(work);
  if (key === undefined) throw new CodedError("password-busy", "Too many people are signing in. Wait a few seconds and try again");
  return key;
}

/**
 * What is kept of a password: `scrypt$cost$block$parallel$salt$key`, so that the cost can rise without a reset.
 * Only tests and the demonstration, whose passwords are public, take another cost than the strong one. Throws `CodedError` "password-busy".
 */
export async function hashPassword(password: string, ids: Ids, using: PasswordCost = STRONG): Promise<string> {
  const salt = ids.bytes(SALT_BYTES);
  const key = await derive(password, salt, using);
  return ["scrypt", using.cost, using.block, using.parallel, salt.toString("base64url"), key.toString("base64url")].join("$");
}

const HASH = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d)\$([\w-]{22})\$([\w-]{43})$/;

// What is checked where there is no officer, so that an unknown email costs as long as a wrong password. No password gives this key.
const NOBODY = `scrypt$${STRONG.cost}$${STRONG.block}$${STRONG.parallel}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Whether the password is the one kept; always false for `undefined`, after the same work. Throws `CodedError` "password-busy". */
export async function passwordIs(password: string, kept: string | undefined): Promise<boolean> {
  const [, cost, block, parallel, salt, key] = HASH.exec(kept ?? NOBODY) ?? HASH.exec(NOBODY) ?? [];
  const derived = await derive(password, Buffer.from(salt ?? "", "base64url"), {
    cost: Number(cost),
    block: Number(block),
    parallel: Number(parallel),
  });
  return timingSafeEqual(derived, Buffer.from(key ?? "", "base64url")) && kept !== undefined;
}
