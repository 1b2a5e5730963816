/** The static type of a rule or of an answer as rules see it. `code` is a text out of a known set (a choice). */
export type RuleType =
  | { readonly kind: "boolean" | "number" | "money" | "text" | "date" | "duration" | "nothing" }
  | { readonly kind: "code"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly of: RuleType }
  | { readonly kind: "record"; readonly fields: Readonly<Record<string, RuleType>> };

/** Names in sight of a rule. */
export type Scope = Readonly<Record<string, RuleType>>;

export const BOOLEAN: RuleType = { kind: "boolean" };
export const NUMBER: RuleType = { kind: "number" };
export const MONEY: RuleType = { kind: "money" };
export const TEXT: RuleType = { kind: "text" };
export const DATE: RuleType = { kind: "date" };
export const DURATION: RuleType = { kind: "duration" };

export function code(values: readonly string[]): RuleType {
  return { kind: "code", values };
}

export function list(of: RuleType): RuleType {
  return { kind: "list", of };
}

export function record(fields: Readonly<Record<string, RuleType>>): RuleType {
  return { kind: "record", fields };
}

/** How a type is named in a message to a service designer. */
export function nameOf(type: RuleType): string {
  switch (type.kind) {
    case "boolean":
      return "yes or no";
    case "code":
      return `one of ${type.values.map((value) => `"${value}"`).join(", ")}`;
    case "list":
      return `a list of ${many(type.of)}`;
    case "record":
      return `a group of ${Object.keys(type.fields).join(", ")}`;
    case "nothing":
      return "nothing";
    case "money":
      return "an amount of money";
    case "duration":
      return "a length of time";
    default:
      return `a ${type.kind}`;
  }
}

function many(type: RuleType): string {
  switch (type.kind) {
    case "boolean":
    case "nothing":
      return nameOf(type);
    case "code":
      return `the options ${type.values.map((value) => `"${value}"`).join(", ")}`;
    case "list":
      return `lists of ${many(type.of)}`;
    case "record":
      return `groups of ${Object.keys(type.fields).join(", ")}`;
    case "money":
      return "amounts of money";
    case "duration":
      return "lengths of time";
    default:
      return `${type.kind}s`;
  }
}
