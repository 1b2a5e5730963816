/** What may stand in a source besides brackets that count: texts in quotes and comments, whole or without their end. */
const PASSED = /"(?:[^"\\]|\\.)*"?|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;

/** Where more than so many brackets of any kind are open at once; undefined where that is nowhere. */
export function tooManyOpen(source: string, most: number): number | undefined {
  let depth = 0;
  for (let index = 0; index < source.length; index++) {
    const character = source[index];
    if (character === '"' || character === "/") {
      PASSED.lastIndex = index;
      index += Math.max(1, PASSED.exec(source)?.[0].length ?? 1) - 1;
    } else if (character === "(" || character === "[" || character === "{") {
      depth++;
      if (depth > most) return index;
    } else if (character === ")" || character === "]" || character === "}") depth = Math.max(0, depth - 1);
  }
  return undefined;
}
