/** Values that a comparison lets through: a stretch of what has an order, some of what has none, or all but some. */
export type Area = { readonly nulls: boolean } & (
  | { readonly kind: "stretches"; readonly stretches: readonly Stretch[] }
  | { readonly kind: "some" | "all but"; readonly values: readonly (string | boolean)[] }
);

export type Ordered = number | string;

/** From one end to the other; an end that is absent is open for ever. */
export interface Stretch {
  readonly low?: End;
  readonly high?: End;
}

export interface End {
  readonly at: Ordered;
  readonly included: boolean;
}

/** What both let through; undefined where that is nothing. */
export function inBoth(one: Area, other: Area): Area | undefined {
  const nulls = one.nulls && other.nulls;
  if (one.kind === "stretches" && other.kind === "stretches") {
    const stretches = one.stretches.flatMap((a) => other.stretches.flatMap((b) => meet(a, b)));
    return stretches.length > 0 || nulls ? { kind: "stretches", stretches, nulls } : undefined;
  }
  if (one.kind === "stretches" || other.kind === "stretches") return one;
  return setsInBoth(one, other, nulls);
}

type Sets = Extract<Area, { kind: "some" | "all but" }>;

function setsInBoth(one: Sets, other: Sets, nulls: boolean): Area | undefined {
  if (one.kind === "all but" && other.kind === "all but") return { kind: "all but", values: [...one.values, ...other.values], nulls };
  const [some, rest] = one.kind === "some" ? [one, other] : [other, one];
  const values = some.values.filter((value) => rest.values.includes(value) === (rest.kind === "some"));
  return values.length > 0 || nulls ? { kind: "some", values, nulls } : undefined;
}

function meet(a: Stretch, b: Stretch): readonly Stretch[] {
  const low = tighter(a.low, b.low, 1);
  const high = tighter(a.high, b.high, -1);
  if (low !== undefined && high !== undefined) {
    if (low.at > high.at || (low.at === high.at && !(low.included && high.included))) return [];
  }
  return [{ ...(low !== undefined && { low }), ...(high !== undefined && { high }) }];
}

/** Of two low ends (direction 1) the higher, of two high ends (-1) the lower; where they are at one place, the one that leaves it out. */
function tighter(a: End | undefined, b: End | undefined, direction: 1 | -1): End | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.at === b.at) return a.included ? b : a;
  return a.at > b.at === (direction === 1) ? a : b;
}

/** What it does not let through; undefined where that is nothing. */
export function outside(area: Area): Area | undefined {
  const nulls = !area.nulls;
  if (area.kind === "stretches") {
    const stretches = area.stretches.reduce<readonly Stretch[]>((left, stretch) => left.flatMap((one) => without(one, stretch)), [{}]);
    return stretches.length > 0 || nulls ? { kind: "stretches", stretches, nulls } : undefined;
  }
  if (area.kind === "some") return { kind: "all but", values: area.values, nulls };
  return area.values.length > 0 || nulls ? { kind: "some", values: area.values, nulls } : undefined;
}

function without(one: Stretch, { low, high }: Stretch): readonly Stretch[] {
  const below = low === undefined ? [] : meet(one, { high: { at: low.at, included: !low.included } });
  const above = high === undefined ? [] : meet(one, { low: { at: high.at, included: !high.included } });
  return [...below, ...above];
}

/** A value of it, in words: `is 5`; where none is at hand, what kind of value it would be. */
export function exampleOf(area: Area): string {
  if (area.kind === "stretches") return stretchExample(area.stretches[0]);
  if (area.kind === "all but") return area.values.length === 0 ? "is answered" : "is another answer";
  const [value] = area.values;
  if (typeof value === "boolean") return value ? "is yes" : "is no";
  return value === undefined ? "is not answered" : `is "${value}"`;
}

function stretchExample(stretch: Stretch | undefined): string {
  if (stretch === undefined) return "is not answered";
  const { low, high } = stretch;
  if (low?.included === true) return `is ${low.at}`;
  if (high?.included === true) return `is ${high.at}`;
  if (typeof low?.at === "number") return `is ${typeof high?.at === "number" ? (low.at + high.at) / 2 : low.at + 1}`;
  if (typeof high?.at === "number") return `is ${high.at - 1}`;
  if (low !== undefined) return `is after ${low.at}`;
  return high === undefined ? "is answered" : `is before ${high.at}`;
}
