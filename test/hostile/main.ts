import { parseArgs } from "node:util";
import { formFile } from "../importing/imported.ts";
import { type Fuzzed, fuzzDefinitions, fuzzForms } from "./fuzz.ts";
import { shipped } from "./shipped.ts";

const HELP = `npm run fuzz -- [--count 1000] [--seed NUMBER]

Spoils the shipped definitions and the forms of the tests that many times, and stops at the first that is not taken well.`;
/** So many at a time, each with the next seed. */
const BATCH = 250;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { count: { type: "string", default: "1000" }, seed: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help === true) return console.log(HELP);
  const [definitions, forms] = [await shipped(), ["allotment.defra.json", "taxi.xgov.json", "school-place.xgov.json"]];
  const texts = forms.map((name) => formFile(name).toString());
  let seed = Number(values.seed ?? Date.now() % 1_000_000);
  for (let done = 0; done < Number(values.count); done += BATCH, seed += 1) {
    const [one, other] = [fuzzDefinitions(definitions, BATCH, seed), fuzzForms(texts, BATCH, seed)];
    console.log(`seed ${seed}: of ${BATCH} definitions ${said(one)}; of ${BATCH} forms ${said(other)}`);
  }
}

function said({ slowest, sound }: Fuzzed): string {
  return `${sound} are sound, the slowest took ${Math.round(slowest)} ms`;
}

await main();
