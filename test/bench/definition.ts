import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileDefinition } from "../../src/definition/compile-definition.ts";

const SERVICES = join(import.meta.dirname, "..", "..", "services");
const WARM = 50;
/** Milliseconds of measuring for each line. */
const SPAN = 1000;

/** How many definitions a second are read, checked and compiled: the three that take longest, and an ordinary one. */
export function benchDefinition(): { name: string; perSecond: number }[] {
  return ["keep-a-dragon", "store-petrol", "host-a-tournament", "report-a-pothole"].map((name) => ({
    name: `compile ${name}`,
    perSecond: perSecond(compiler(name)),
  }));
}

function compiler(name: string): () => void {
  const text = readFileSync(join(SERVICES, `${name}.yaml`), "utf8");
  const contact = { name: "shared/contact.yaml", text: readFileSync(join(SERVICES, "shared", "contact.yaml"), "utf8") };
  const fragments = new Map([["contact", contact]]);
  return () => {
    const compilation = compileDefinition({ name: `${name}.yaml`, text }, fragments);
    if (!compilation.ok) throw new Error(`${name} does not compile`);
  };
}

function perSecond(work: () => void): number {
  for (let count = 0; count < WARM; count++) work();
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < SPAN) {
    work();
    count += 1;
  }
  return Math.round((count / (performance.now() - start)) * 1000);
}
