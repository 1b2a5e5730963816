import { createInterface } from "node:readline";

/** Standard input, line by line. Nothing is read until the first line is wanted. */
export interface InputLines {
  next(): Promise<string | undefined>;
  close(): void;
}

export function inputLines(input: NodeJS.ReadableStream): InputLines {
  let lines: ReturnType<typeof createInterface> | undefined;
  let each: AsyncIterator<string> | undefined;
  return {
    async next() {
      lines ??= createInterface({ input });
      each ??= lines[Symbol.asyncIterator]();
      const result = await each.next();
      return result.done === true ? undefined : result.value;
    },
    close: () => lines?.close(),
  };
}
