import { HITS } from "../rules/tables.ts";
import type { RowSource, TableNode } from "./outline.ts";
import { present } from "./present.ts";
import { ruleAt } from "./read-flow.ts";
import type { MapNode, Node } from "./yaml/node.ts";
import { entriesAt, nodeAt, textAt } from "./yaml/read.ts";

/** The decision tables of a definition. One whose form is wrong is left out; the check of structure has said so. */
export function readTables(root: MapNode): ReadonlyMap<string, TableNode> {
  const found = new Map<string, TableNode>();
  for (const [id, { key, value }] of entriesAt(root, "tables")) {
    const hit = HITS.find((one) => value.kind === "map" && textAt(value, "hit") === one);
    if (value.kind !== "map" || hit === undefined) continue;
    const rows = nodeAt(value, "rows");
    const table = { key, hit, rows: rows?.kind === "list" ? rows.items.flatMap(rowOf) : [], otherwise: ruleAt(value, "otherwise") };
    found.set(id, present<TableNode>(table));
  }
  return found;
}

function rowOf(node: Node): readonly RowSource[] {
  if (node.kind !== "map") return [];
  const [when, gives] = [ruleAt(node, "when"), ruleAt(node, "gives")];
  return when === undefined || gives === undefined ? [] : [{ when, gives }];
}
