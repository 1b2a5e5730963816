import { FLOW_EDIT_LIST } from "../keys-overlay.ts";
import type { Fragments } from "../read-fragment.ts";
import { checkNode } from "../structure.ts";
import type { Entry, MapNode, Note, TextNode } from "../yaml/node.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import { entriesAt, textNodeAt } from "../yaml/read.ts";
import type { Base } from "./base.ts";
import { readBase } from "./base.ts";
import { editFlow, isEdits, withoutQuestions } from "./flow-edits.ts";
import { isTakenOut, mergeMaps } from "./merge-maps.ts";

/** What an overlay comes to: the merged definition, or why it lies over nothing. */
export type LaidOver = { readonly ok: true; readonly root: MapNode; readonly base: Base } | { readonly ok: false };

export function isOverlay(root: MapNode): boolean {
  return root.entries.has("extends");
}

/** Lays an overlay over the base that it names, whose text is among the fragments. What is wrong is added to `notes`. */
export function layOver(root: MapNode, fragments: Fragments, notes: Note[]): LaidOver {
  const named = textNodeAt(root, "extends");
  const base = named && readBase(named.value.trim());
  if (named === undefined || base === undefined) return refused(notes, root.entries.get("extends")?.key ?? named, SHAPE);
  const file = fragments.get(base.name);
  if (file === undefined)
    return refused(notes, named, { message: `The shelf has no version ${base.version} of ${base.service}.`, fix: MISSING });
  const below = parseYaml(file).root;
  if (below?.kind !== "map" || isOverlay(below))
    return refused(notes, named, { message: `${file.name} is no whole definition.`, fix: WHOLE });
  return { ok: true, base, root: merged(below, root, notes) };
}

const SHAPE = {
  message: "extends does not name a version of a shelf service.",
  fix: "Write it like shelf/report-a-pothole@3.",
};
const MISSING = "Name a version that there is: the newest is services/NAME.yaml, earlier ones are in services/earlier.";
const WHOLE = "An overlay lies over a whole definition of the shelf, not over another overlay.";

function refused(notes: Note[], at: TextNode | undefined, why: { readonly message: string; readonly fix: string }): LaidOver {
  if (at !== undefined) notes.push({ code: "overlay-base", at, ...why });
  return { ok: false };
}

function merged(base: MapNode, overlay: MapNode, notes: Note[]): MapNode {
  const ownFlow = overlay.entries.get("flow");
  const edits = ownFlow !== undefined && isEdits(ownFlow.value);
  const over = without(overlay, edits ? ["extends", "flow"] : ["extends"]);
  const root = mergeMaps(base, over, notes);
  const flow = flowOf(base, overlay, ownFlow, notes);
  return flow === undefined ? root : { ...root, entries: new Map(root.entries).set("flow", flow) };
}

/** The base's flow as the overlay edits it, without the questions that it takes out; undefined where it gives its own. */
function flowOf(base: MapNode, overlay: MapNode, own: Entry | undefined, notes: Note[]): Entry | undefined {
  const below = base.entries.get("flow");
  if (below?.value.kind !== "list" || (own !== undefined && !isEdits(own.value))) return undefined;
  let value = below.value;
  if (own !== undefined && isEdits(own.value)) {
    checkNode(own.value, FLOW_EDIT_LIST, "flow", notes);
    value = editFlow(value, own.value, notes);
  }
  const gone = [...entriesAt(overlay, "questions")].flatMap(([id, entry]) => (isTakenOut(entry.value) ? [id] : []));
  return { key: own?.key ?? below.key, value: withoutQuestions(value, gone) };
}

function without(map: MapNode, keys: readonly string[]): MapNode {
  return { ...map, entries: new Map([...map.entries].filter(([id]) => !keys.includes(id))) };
}
