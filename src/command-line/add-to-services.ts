import { parseYaml } from "../definition/yaml/parse-yaml.ts";
import { mapAt, nodeAt, textNodesOf } from "../definition/yaml/read.ts";
import type { MapNode } from "../definition/yaml/node.ts";

/**
 * The text of a council.yaml with a service added to the end of its `services`, comments and order kept. The same text when it is
 * listed already; undefined when the list is not one that this can add to.
 */
export function addToServices(text: string, service: string): string | undefined {
  const { root } = parseYaml({ name: "council.yaml", text });
  const list = root?.kind === "map" ? nodeAt(root, "services") : undefined;
  if (list?.kind !== "list") return undefined;
  const names = textNodesOf(list);
  if (names.some((name) => name.value === service)) return text;
  const last = names.at(-1);
  if (last === undefined) return undefined;
  const added = text[list.from] === "[" ? `, ${service}` : `\n${indentOf(text, last.from)}- ${service}`;
  const changed = text.slice(0, last.to) + added + text.slice(last.to);
  return isListed(changed, service) ? changed : undefined;
}

function indentOf(text: string, from: number): string {
  const line = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  return /^\s*/.exec(line)?.[0] ?? "";
}

function isListed(text: string, service: string): boolean {
  const { root } = parseYaml({ name: "council.yaml", text });
  const map: MapNode | undefined = root?.kind === "map" ? root : undefined;
  return (
    mapAt(map, "teams") !== undefined &&
    textNodesOf(map === undefined ? undefined : nodeAt(map, "services")).some((name) => name.value === service)
  );
}
