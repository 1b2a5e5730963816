import type { Clock } from "../clock.ts";
import { refusal } from "./errors.ts";

/** How often something may be done: `burst` at once, then one each `every` seconds. */
export interface Rate {
  readonly burst: number;
  readonly every: number;
}

/**
 * The limits, by name. Ordinary pages have none: a library, a school or a mobile network shows us many residents under one
 * address. Each guards something that can be guessed, or that costs us or another person something.
 */
export const RATES = {
  /** Wrong passwords, by address: an office of hundreds signs in from one. */
  "sign-in": { burst: 30, every: 10 },
  /** Wrong pairs of reference and email, by address. */
  "find-a-case": { burst: 30, every: 10 },
  /** Wrong emails for one reference, by reference. */
  "find-a-case-reference": { burst: 10, every: 360 },
  /** Emails that we send to one inbox on request, by email. */
  "resume-link": { burst: 5, every: 600 },
  /** The same, by address. */
  "resume-link-address": { burst: 60, every: 10 },
  /** Calls with one API key. */
  "api-key": { burst: 4000, every: 0.00025 },
  /** Calls with a wrong API key, by address. */
  "api-key-wrong": { burst: 30, every: 10 },
  /** Uploads to one journey or case. */
  upload: { burst: 40, every: 15 },
  /** Uploads with one API key: a system sends for many people. */
  "upload-api": { burst: 1000, every: 0.1 },
  /** Searches of a register in one journey, as somebody types. */
  "register-search": { burst: 60, every: 0.2 },
  /** The same without a journey, by address. */
  "register-search-api": { burst: 600, every: 0.02 },
  /** Messages added to one case by its person. */
  "add-to-case": { burst: 20, every: 60 },
  /** Copies of the answers of one case, as a document. */
  "copy-of-answers": { burst: 10, every: 30 },
  /** Emails from one sender to the addresses that ours are answered to. */
  "mail-in": { burst: 20, every: 60 },
} as const satisfies Readonly<Record<string, Rate>>;

export type RateName = keyof typeof RATES;

export interface RateLimits {
  /** Takes one. Throws `Refusal` "too-many-tries" with the seconds to wait when there is none. `key` is whom it is counted for, in `council`. */
  spend(name: RateName, council: string, key: string): void;
  /** Gives one back: a right password or a found case was no guess. */
  giveBack(name: RateName, council: string, key: string): void;
}

interface Bucket {
  left: number;
  at: number;
}

// About 1 MB for each name. What is pushed out is the longest unused, and that is nearly full again.
const MOST_BUCKETS = 10_000;

// One, but for what binary fractions lose of it.
const WHOLE = 1 - 1e-9;

/** What is left of a bucket once the time since `at` has filled it again. */
function filled(bucket: Bucket | undefined, rate: Rate, now: number): number {
  if (bucket === undefined) return rate.burst;
  // The clock may be set back; a bucket never empties by it.
  return Math.min(rate.burst, bucket.left + Math.max(0, now - bucket.at) / 1000 / rate.every);
}

function keep(buckets: Map<string, Bucket>, key: string, bucket: Bucket): void {
  buckets.delete(key);
  buckets.set(key, bucket);
  const [oldest] = buckets.keys();
  if (buckets.size > MOST_BUCKETS && oldest !== undefined) buckets.delete(oldest);
}

/** Token buckets in memory, bounded. They belong to one program: several share no counts, so the limit is that many times larger. */
export function makeRateLimits(clock: Clock, rates: Readonly<Record<RateName, Rate>> = RATES): RateLimits {
  const all = new Map<RateName, Map<string, Bucket>>();
  const bucketsOf = (name: RateName): Map<string, Bucket> => {
    const buckets = all.get(name) ?? new Map<string, Bucket>();
    all.set(name, buckets);
    return buckets;
  };
  return {
    spend(name, council, key) {
      const [buckets, rate, now] = [bucketsOf(name), rates[name], clock.now().getTime()];
      const whole = `${council} ${key}`;
      const left = filled(buckets.get(whole), rate, now);
      if (left < WHOLE) throw refusal("too-many-tries", { retryAfter: Math.max(1, Math.ceil((WHOLE - left) * rate.every)) });
      keep(buckets, whole, { left: left - 1, at: now });
    },
    giveBack(name, council, key) {
      const bucket = bucketsOf(name).get(`${council} ${key}`);
      if (bucket !== undefined) bucket.left = Math.min(rates[name].burst, bucket.left + 1);
    },
  };
}

/** What an address is counted under: all of IPv4, and the first 64 bits of IPv6, which one household holds whole. */
export function addressKey(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!bare.includes(":")) return bare;
  const [head = "", tail] = bare.toLowerCase().split("::", 2);
  const left = head.split(":").filter((part) => part !== "");
  const right = (tail ?? "").split(":").filter((part) => part !== "");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => "0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
