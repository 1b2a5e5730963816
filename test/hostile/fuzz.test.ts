import { test } from "node:test";
import { formFile } from "../importing/imported.ts";
import { fuzzDefinitions, fuzzForms } from "./fuzz.ts";
import { shipped } from "./shipped.ts";

const seed = Math.floor(Math.random() * 2 ** 31);

test("what chance makes of the shipped definitions is taken by the compiler: an error or a service, at once", async () => {
  fuzzDefinitions(await shipped(), 200, seed);
});

test("what chance makes of forms of other engines is refused, or imported without an error", () => {
  const forms = ["allotment.defra.json", "taxi.xgov.json", "school-place.xgov.json"];
  fuzzForms(
    forms.map((name) => formFile(name).toString()),
    60,
    seed,
  );
});
