/** What the writer puts into a definition: maps keep the order of their keys. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml };

const WIDTH = 150;
const PLAIN = /^[A-Za-z£][A-Za-z0-9_ '’£.?()/%+;!–-]*$/;
const WORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** Text as it may stand anywhere in YAML: plain where nothing in it could be read as something else. */
export function scalar(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  return PLAIN.test(value) && !WORDS.test(value) && value === value.trim() ? value : JSON.stringify(value.toWellFormed());
}

/** A rule, in the quotes that leave its own as they are. */
export function ruleScalar(rule: string): string {
  return PLAIN.test(rule) && !WORDS.test(rule) ? rule : `'${rule.replaceAll("'", "''")}'`;
}

/** A name as a key: those that YAML would read as something else are quoted. */
function keyText(key: string): string {
  return /^(true|false|null)$/.test(key) ? JSON.stringify(key) : key;
}

/** A value on one line. */
function inline(value: Yaml): string {
  if (typeof value !== "object") return scalar(value);
  if (isList(value)) return `[${value.map(inline).join(", ")}]`;
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${keyText(key)}: ${RULES.has(key) && typeof part === "string" ? ruleScalar(part) : inline(part)}`)
    .join(", ")} }`;
}

const RULES: ReadonlySet<string> = new Set(["when", "rule", "fee"]);

function isList(value: Yaml): value is readonly Yaml[] {
  return Array.isArray(value);
}

/** A key with its value: on one line where that is short enough to be read, else with its parts below. */
export function entry(key: string, value: Yaml, indent = ""): readonly string[] {
  const line = `${indent}${keyText(key)}: ${RULES.has(key) && typeof value === "string" ? ruleScalar(value) : inline(value)}`;
  if (line.length <= WIDTH || typeof value !== "object") return [line];
  const inner = `${indent}  `;
  const parts = isList(value)
    ? value.flatMap((part) => item(part, inner))
    : Object.entries(value).flatMap(([name, part]) => entry(name, part, inner));
  return [`${indent}${keyText(key)}:`, ...parts];
}

/** An item of a list, one to a line. */
export function item(value: Yaml, indent: string): readonly string[] {
  const line = `${indent}- ${inline(value)}`;
  if (line.length <= WIDTH || typeof value !== "object") return [line];
  if (isList(value)) return [`${indent}-`, ...value.flatMap((part) => item(part, `${indent}  `))];
  const lines = Object.entries(value).flatMap(([key, part]) => entry(key, part, `${indent}  `));
  return lines.map((each, index) => (index === 0 ? `${indent}- ${each.trimStart()}` : each));
}
