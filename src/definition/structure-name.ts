import { wrongShape } from "./structure-scalar.ts";
import type { NameStyle } from "./key.ts";
import { LONGEST_NAME, NAME_PATTERNS } from "./key.ts";
import { isReserved } from "./reserved-names.ts";
import type { Node, Note } from "./yaml/node.ts";

const IN_WORDS: Readonly<Record<NameStyle, string>> = {
  underscore: "lower-case words joined by underscores, such as keep_from",
  hyphen: "lower-case words joined by hyphens, such as not-ours",
  either: "lower-case words joined by hyphens or underscores",
};

/** Reports a name that is not written as names of its kind are, or that means something already. */
export function checkName(node: Node, style: NameStyle, of: string, notes: Note[]): void {
  if (node.kind !== "text") return void notes.push(wrongShape(node, of, "a name"));
  const name = node.value;
  if (name.length > LONGEST_NAME || !NAME_PATTERNS[style].test(name)) notes.push(badName(node, name, style));
  else if (isReserved(name, style === "underscore")) notes.push(reserved(node, name));
}

function badName(node: Node, name: string, style: NameStyle): Note {
  const suggestion = rewritten(name, style);
  const fix = suggestion === undefined ? "Start with a letter; use lower-case letters and digits." : `Write ${suggestion}.`;
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, 30)}...` : name;
  return { code: "id-shape", at: node, message: `"${shown}" is not a name: names are ${IN_WORDS[style]}.`, fix };
}

function rewritten(name: string, style: NameStyle): string | undefined {
  const joint = style === "hyphen" ? "-" : "_";
  const words = name
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const found = words.filter((word) => word !== "").join(joint);
  return NAME_PATTERNS[style].test(found) ? found : undefined;
}

function reserved(node: Node, name: string): Note {
  const message = `The name ${name} has a meaning of its own in rules.`;
  return { code: "id-reserved", at: node, message, fix: `Choose another name, such as the_${name}.` };
}
