/** A function of yes-or-no variables, as a number that names it in its diagram; equal functions have equal numbers. */
export type Fn = number;

export const FALSE: Fn = 0;
export const TRUE: Fn = 1;
/** A function that has grown beyond the bound; everything made of it is one too. */
export const TANGLED: Fn = -1;

const MOST_NODES = 30_000;
const LEAF = 1_000_000;

/** A conjunction: variable to whether it holds. */
export type Cube = ReadonlyMap<number, boolean>;

/**
 * An ordered binary decision diagram: the standard structure in which equality of conditions is a comparison of two numbers. Bounded, so that
 * no form can make it run away.
 */
export class Diagram {
  private readonly variable: number[] = [LEAF, LEAF];
  private readonly low: Fn[] = [FALSE, TRUE];
  private readonly high: Fn[] = [FALSE, TRUE];
  private readonly nodes = new Map<string, Fn>();
  private readonly choices = new Map<string, Fn>();

  of(variable: number): Fn {
    return this.node(variable, FALSE, TRUE);
  }

  private node(variable: number, low: Fn, high: Fn): Fn {
    if (low === high) return low;
    if (low === TANGLED || high === TANGLED) return TANGLED;
    const key = `${variable} ${low} ${high}`;
    const known = this.nodes.get(key);
    if (known !== undefined) return known;
    if (this.variable.length >= MOST_NODES) return TANGLED;
    const made = this.variable.push(variable) - 1;
    this.low.push(low);
    this.high.push(high);
    this.nodes.set(key, made);
    return made;
  }

  not(of: Fn): Fn {
    return this.choose(of, FALSE, TRUE);
  }

  and(left: Fn, right: Fn): Fn {
    return this.choose(left, right, FALSE);
  }

  or(left: Fn, right: Fn): Fn {
    return this.choose(left, TRUE, right);
  }

  /** If `of`, then `yes`, else `no`. */
  choose(of: Fn, yes: Fn, no: Fn): Fn {
    if (of === TRUE || yes === no) return yes;
    if (of === FALSE) return no;
    if (of === TANGLED || yes === TANGLED || no === TANGLED) return TANGLED;
    const key = `${of} ${yes} ${no}`;
    const known = this.choices.get(key);
    if (known !== undefined) return known;
    if (this.choices.size >= MOST_NODES * 4) return TANGLED;
    const top = Math.min(this.top(of), this.top(yes), this.top(no));
    const side = (holds: boolean): Fn => this.choose(this.given(of, top, holds), this.given(yes, top, holds), this.given(no, top, holds));
    const made = this.node(top, side(false), side(true));
    this.choices.set(key, made);
    return made;
  }

  private top(of: Fn): number {
    return this.variable[of] ?? LEAF;
  }

  private given(of: Fn, variable: number, holds: boolean): Fn {
    if (this.top(of) !== variable) return of;
    return (holds ? this.high[of] : this.low[of]) ?? of;
  }

  /** The variables that a function depends on. */
  support(of: Fn): ReadonlySet<number> {
    const found = new Set<number>();
    const seen = new Set<Fn>();
    const open = [of];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next <= TRUE || seen.has(next)) continue;
      seen.add(next);
      found.add(this.top(next));
      open.push(this.low[next] ?? FALSE, this.high[next] ?? FALSE);
    }
    return found;
  }

  /**
   * The shortest list of conjunctions, none of them needless, of which at least one holds wherever `least` does and none where `most` does
   * not (Minato's and Morreale's method). Undefined beyond the bound.
   */
  cover(least: Fn, most: Fn, bound: number): readonly Cube[] | undefined {
    if (least === TANGLED || most === TANGLED) return undefined;
    const found = this.cubes(least, most, bound);
    return found === undefined || found.cubes.length > bound ? undefined : found.cubes;
  }

  private cubes(least: Fn, most: Fn, bound: number): { readonly cubes: readonly Cube[]; readonly fn: Fn } | undefined {
    if (least === TANGLED || most === TANGLED) return undefined;
    if (least === FALSE) return { cubes: [], fn: FALSE };
    if (most === TRUE) return { cubes: [new Map()], fn: TRUE };
    const top = Math.min(this.top(least), this.top(most));
    const [least0, least1] = [this.given(least, top, false), this.given(least, top, true)];
    const [most0, most1] = [this.given(most, top, false), this.given(most, top, true)];
    const without = this.cubes(this.and(least0, this.not(most1)), most0, bound);
    const within = this.cubes(this.and(least1, this.not(most0)), most1, bound);
    if (without === undefined || within === undefined) return undefined;
    const rest = this.or(this.and(least0, this.not(without.fn)), this.and(least1, this.not(within.fn)));
    const either = this.cubes(rest, this.and(most0, most1), bound);
    if (either === undefined) return undefined;
    const cubes = [
      ...without.cubes.map((cube) => new Map([[top, false], ...cube])),
      ...within.cubes.map((cube) => new Map([[top, true], ...cube])),
      ...either.cubes,
    ];
    if (cubes.length > bound) return undefined;
    return { cubes, fn: this.or(either.fn, this.choose(this.of(top), within.fn, without.fn)) };
  }
}
