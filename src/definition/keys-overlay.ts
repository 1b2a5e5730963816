import type { Level, LevelName, Shape } from "./key.ts";
import { named } from "./key.ts";
import { FLOW_ITEM } from "./keys-flow.ts";
import { BASE_PATTERN } from "./overlay/base.ts";

const AFTER = { shape: named("either"), about: "The question, fragment or outcome of the flow that it comes after." };
const BEFORE = { shape: named("either"), about: "The question, fragment or outcome of the flow that it comes before." };

/** The keys by which an edit of a flow is known. */
export const FLOW_EDITS = ["add", "move", "remove", "replace"] as const;

/** One change to the flow of the service that an overlay lies over. */
const FLOW_EDIT: Shape = { kind: "either", levels: FLOW_EDITS.map((edit) => `${edit} edit` as const) };

export const OVERLAY_LEVELS = {
  overlay: {
    extends: {
      shape: { kind: "form", pattern: BASE_PATTERN, says: "a service of the shelf and its number, such as shelf/report-a-pothole@3" },
      required: true,
      about:
        "The shelf service that this file lies over. Every other key of a service may follow: it is set, or taken out with null; a group of keys changes only the keys it names; a list stands in the place of the whole list.",
    },
    flow: {
      shape: { kind: "list", of: FLOW_EDIT },
      about: "Changes to the flow, one after another. A list of ordinary items stands in the place of the whole flow.",
    },
  },
  "add edit": { add: { shape: FLOW_ITEM, required: true, about: "An item of a flow that is put in." }, after: AFTER, before: BEFORE },
  "move edit": {
    move: { shape: named("either"), required: true, about: "What is moved: a question, a fragment or an outcome of the flow." },
    after: AFTER,
    before: BEFORE,
  },
  "remove edit": { remove: { shape: named("either"), required: true, about: "What is taken out of the flow." } },
  "replace edit": {
    replace: { shape: named("either"), required: true, about: "What is replaced." },
    with: { shape: FLOW_ITEM, required: true, about: "The item of a flow that stands there instead." },
  },
} as const satisfies Partial<Record<LevelName, Level>>;

/** For the structural check of an overlay's edits. */
export const FLOW_EDIT_LIST: Shape = { kind: "list", of: FLOW_EDIT };
