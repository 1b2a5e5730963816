import type { Area, End, Stretch } from "../../rules/area.ts";
import type { Box } from "../../rules/boxes.ts";
import type { Ruling } from "./reason.ts";
import { type World, areaIn, sharedArea } from "./world.ts";

/** Why a rule never holds: what it would need, and what there is instead. */
export interface Contradiction {
  readonly needs: string;
  readonly is: string;
}

/** A reason why no world lets a rule hold; undefined where it cannot be told in few words. */
export function contradictionOf({ holds, before }: Ruling): Contradiction | undefined {
  if (holds === undefined || holds.length === 0) return undefined;
  const clashes = before.flatMap((world) => holds.map((box) => clashOf(world, box)));
  const keys = [...new Set(clashes)].filter((key) => key !== undefined);
  if (keys.length === 0 || keys.length > 2 || clashes.includes(undefined)) return undefined;
  const needs = keys.map((key) => told(key, wordsOf(holds.flatMap((box) => box.get(key) ?? []))));
  return { needs: needs.join(" and "), is: knownIn(before, keys) };
}

/** What is known in some worlds of the parts that a rule looks at: why it always holds. */
export function knownOf({ holds, before }: Ruling): string {
  const keys = new Set((holds ?? []).flatMap((box) => [...box.keys()]));
  return knownIn(before, [...keys].filter((key) => before.every((world) => areaIn(world, key) !== undefined)).slice(0, 2));
}

function knownIn(worlds: readonly World[], keys: readonly string[]): string {
  return keys.map((key) => told(key, wordsOf(worlds.flatMap((world) => areaIn(world, key) ?? [])))).join(" and ");
}

/** The part of a box that a world has no room for. */
function clashOf(world: World, box: Box): string | undefined {
  for (const [key, area] of box) if (sharedArea(areaIn(world, key), area) === undefined) return key;
  return undefined;
}

/** `width is "large"`; what is a condition by itself is so, or is not. */
function told(key: string, words: string): string {
  if (/^[a-z][a-z0-9_.]*$/.test(key)) return `${key} is ${words}`;
  return words === "yes" || words === "no" ? `"${key}" ${words === "yes" ? "holds" : "does not hold"}` : `${key} is ${words}`;
}

/** The values of several areas, each said once: `"small" or "large"`, `from 1 to 9`. */
function wordsOf(areas: readonly Area[]): string {
  const words = [...new Set(areas.flatMap(wordsFor))];
  const shown = words.length > 5 ? [...words.slice(0, 4), "another answer"] : words;
  return shown.length < 2 ? (shown[0] ?? "anything") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1) ?? ""}`;
}

function wordsFor(area: Area): readonly string[] {
  const nothing = area.nulls ? ["not answered"] : [];
  if (area.kind === "stretches") return [...area.stretches.map(stretchWords), ...nothing];
  if (area.kind === "some") return [...area.values.map(valueWords), ...nothing];
  const but = area.values.map(valueWords).join(" or ");
  return [but === "" ? "answered" : `anything but ${but}`, ...nothing];
}

function valueWords(value: string | boolean): string {
  return typeof value === "string" ? `"${value}"` : value ? "yes" : "no";
}

function stretchWords({ low, high }: Stretch): string {
  if (low === undefined) return high === undefined ? "answered" : above(high, "or less", "less than");
  if (high === undefined) return above(low, "or more", "more than");
  if (low.at === high.at) return String(low.at);
  if (low.included && high.included) return `from ${low.at} to ${high.at}`;
  return `${above(low, "or more", "more than")} and ${above(high, "or less", "less than")}`;
}

function above({ at, included }: End, reached: string, beyond: string): string {
  return included ? `${at} ${reached}` : `${beyond} ${at}`;
}
