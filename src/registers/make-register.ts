import type { Gathered } from "./gathered.ts";
import type { Found, Register, RegisterPlan, Row, Search } from "./register.ts";
import type { WordIndex } from "./word-index.ts";
import { indexOf } from "./word-index.ts";
import type { Fitting } from "./rank.ts";
import { best, fitting } from "./rank.ts";
import { sameText } from "./words.ts";

/** A register of rows that were read without a fault. What its searches need is made when the first comes. */
export function makeRegister(plan: RegisterPlan, rows: Gathered): Register {
  const { keys } = rows;
  const byKey = new Map(keys.map((key, at) => [key, at]));
  const rowAt = (at: number): Row => ({
    key: keys[at] ?? "",
    label: rows.labels[at] ?? "",
    welsh: rows.welsh[at] ?? null,
    cells: Object.fromEntries(Object.entries(rows.cells).map(([name, cells]) => [name, cells[at] ?? null])),
  });
  const index = once(() => indexOf(plan, rows));
  const labels = once(() => byLabel(rows));
  return {
    name: plan.name,
    columns: plan.columns,
    size: keys.length,
    bilingual: plan.welsh !== undefined,
    row: (key) => {
      const at = byKey.get(key);
      return at === undefined ? undefined : rowAt(at);
    },
    *rows() {
      for (let at = 0; at < keys.length; at++) yield rowAt(at);
    },
    labelled: (text) => (labels().get(sameText(text)) ?? []).map(rowAt),
    search: (search) => find(search, keys.length, index, rowAt),
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

function byLabel({ labels, welsh }: Gathered): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const note = (label: string, at: number): void => {
    const same = sameText(label);
    const rows = found.get(same);
    if (rows === undefined) found.set(same, [at]);
    else if (rows.at(-1) !== at) rows.push(at);
  };
  for (const [at, label] of labels.entries()) note(label, at);
  for (const [at, label] of welsh.entries()) if (label !== null) note(label, at);
  return found;
}

function find({ words, limit, from = 0, only }: Search, size: number, index: () => WordIndex, rowAt: (at: number) => Row): Found {
  const typed = sameText(words);
  const all = typed === "" ? inOrder(size) : fitting(index(), typed.split(" "));
  const fit = only === undefined ? all : { ...all, rows: all.rows.filter((at) => only(rowAt(at))) };
  return {
    rows: best(fit, from + limit)
      .slice(from)
      .map(rowAt),
    total: fit.rows.length,
  };
}

function inOrder(size: number): Fitting {
  const rows = new Uint32Array(size);
  for (let at = 0; at < size; at++) rows[at] = at;
  return { rows, rank: (row) => size - row };
}
