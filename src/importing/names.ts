import { LONGEST_NAME } from "../definition/key.ts";
import { isReserved } from "../definition/reserved-names.ts";

const LONGEST = 40;

/** A name for a question or an option made from another system's: `firstName` and `First name` give `first_name`. */
export function snakeCase(text: string): string {
  const words = text
    .slice(0, 200)
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/['’]/g, "")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let name = "";
  for (const word of words) {
    if (name !== "" && name.length + word.length >= LONGEST) break;
    name += `${name === "" ? "" : "_"}${word}`;
  }
  return name.slice(0, LONGEST);
}

export function hyphenated(text: string): string {
  return snakeCase(text).replaceAll("_", "-");
}

/** Gives names that are well-formed, not reserved and not given before. */
export class Names {
  private readonly given = new Set<string>();
  private readonly counts = new Map<string, number>();
  private readonly fallback: string;

  constructor(fallback: string) {
    this.fallback = fallback;
  }

  /** The name nearest to one of the wishes, the dearest first. */
  take(...wishes: readonly string[]): string {
    const wish = wishes.find((each) => each !== "") ?? this.fallback;
    const started = /^[a-z]/.test(wish) ? wish : `${this.fallback}_${wish}`;
    const free = isReserved(started, true) ? `${started}_${this.fallback}` : started;
    const base = free.slice(0, LONGEST_NAME - 6);
    let name = base;
    while (this.given.has(name)) {
      const count = (this.counts.get(base) ?? 1) + 1;
      this.counts.set(base, count);
      name = `${base}_${count}`;
    }
    this.given.add(name);
    return name;
  }
}
