import { ANSWER_TYPES } from "../answers/answer-types.ts";
import type { Key, Level, LevelName, Shape } from "./key.ts";
import { LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT, NAME_PATTERNS } from "./key.ts";
import { LEVELS } from "./keys.ts";

export interface Schema {
  readonly [key: string]: unknown;
}

/** The JSON Schema of definition files and shared fragments, so that editors complete and check them. */
export function definitionSchema(): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A Guildhall definition",
    description: "A service, a fragment of questions that services share, or how the rows of a register are read.",
    oneOf: [reference("service"), reference("fragment"), reference("overlay"), reference("register")],
    $defs: {
      ...Object.fromEntries(
        Object.entries(LEVELS).map(([name, level]) => [
          defName(name),
          name === "question" || name === "asked" ? questionSchema(level) : levelSchema(level),
        ]),
      ),
      overlay: overlaySchema(),
    },
  };
}

const WELSH: Schema = { type: "string", minLength: 1, maxLength: LONGEST_TEXT };

/** Editors offer the answer types by name, each with its sentence. */
function questionSchema(level: Level): Schema {
  const types = [...ANSWER_TYPES.values()].map(({ name, about }) => ({ const: name, description: about }));
  const schema = levelSchema(level);
  const type = { description: level["type"]?.about, oneOf: types };
  return { ...schema, properties: { ...schema.properties, type } };
}

function levelSchema(level: Level): Schema & { readonly properties: Schema } {
  const required = Object.entries(level).flatMap(([id, key]) => (key.required === true ? [id] : []));
  return {
    type: "object",
    properties: Object.fromEntries(Object.entries(level).map(([id, key]) => [id, keySchema(key)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

/** An overlay has any key of a service and any part of its value, so that only the names of keys are checked. */
function overlaySchema(): Schema {
  const { extends: base, flow } = LEVELS.overlay;
  const keys = Object.entries(LEVELS.service).map(([id, { about }]) => [id, { description: about }] as const);
  const edits = flow === undefined ? {} : { flow: { description: flow.about, type: "array" } };
  const named = base === undefined ? {} : { extends: keySchema(base) };
  return {
    type: "object",
    properties: { ...named, ...Object.fromEntries(keys), ...edits },
    required: ["extends"],
    additionalProperties: false,
  };
}

function keySchema({ shape, about }: Key): Schema {
  return { description: about, ...shapeSchema(shape) };
}

function shapeSchema(shape: Shape): Schema {
  switch (shape.kind) {
    case "level":
      return reference(shape.level);
    case "list":
      return { type: "array", items: shapeSchema(shape.of) };
    case "map":
      return { type: "object", propertyNames: nameSchema(NAME_PATTERNS[shape.names]), additionalProperties: shapeSchema(shape.of) };
    case "either":
      return { anyOf: eitherSchemas(shape) };
    case "translations":
      return { type: "object", additionalProperties: { anyOf: [WELSH, { type: "object", additionalProperties: WELSH }] } };
    case "name":
      return { type: "string", ...nameSchema(NAME_PATTERNS[shape.style]) };
    case "form":
      return { type: "string", pattern: shape.pattern.source };
    case "word":
      return { enum: shape.values };
    default:
      return scalarSchema(shape.kind);
  }
}

function scalarSchema(kind: "line" | "paragraphs" | "number" | "switch" | "rule" | "code"): Schema {
  switch (kind) {
    case "line":
      return { type: "string", minLength: 1, maxLength: LONGEST_LINE };
    case "paragraphs":
      return { type: "string", minLength: 1, maxLength: LONGEST_TEXT };
    case "number":
      return { type: "number" };
    case "switch":
      return { type: "boolean" };
    case "rule":
      return { type: ["string", "number", "boolean"], maxLength: LONGEST_TEXT };
    default:
      return { type: ["string", "number"] };
  }
}

function eitherSchemas(shape: Shape & { kind: "either" }): readonly Schema[] {
  const shapes = [shape.text, shape.list].filter((part) => part !== undefined);
  return [...shapes.map(shapeSchema), ...(shape.levels ?? []).map(reference)];
}

function nameSchema(pattern: RegExp): Schema {
  return { pattern: pattern.source, maxLength: LONGEST_NAME };
}

function reference(level: LevelName): Schema {
  return { $ref: `#/$defs/${defName(level)}` };
}

function defName(level: string): string {
  return level.replaceAll(" ", "-");
}
