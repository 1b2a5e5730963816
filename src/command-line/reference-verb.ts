import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { referenceFiles } from "./reference-files.ts";
import type { Verb } from "./verb.ts";

/** `reference`: writes docs/reference from the code. */
export const REFERENCE: Verb = {
  about: "Write the pages of docs/reference from the code.",
  use: ["reference"],
  async run(desk) {
    for (const { path, text } of referenceFiles()) {
      await mkdir(dirname(join(desk.root, path)), { recursive: true });
      await writeFile(join(desk.root, path), text);
      desk.say(`Wrote ${path}`);
    }
    return 0;
  },
};
