import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Council } from "../../src/councils/council.ts";
import type { PublishedService } from "../../src/definition/service.ts";
import { openApi } from "../../src/faces/api/openapi.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { shelf } from "../journey/shelf.ts";

const today = "2026-03-02";
const services: readonly PublishedService[] = shelf().map((service) => ({ ...service, version: 3 }));
const council = { name: "Here Council", contact: { email: "hello@here.example" } } as unknown as Council;

type Json = Readonly<Record<string, unknown>>;
const document = JSON.parse(JSON.stringify(openApi(council, services, today))) as Json & {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: { readonly schemas: Json };
};

/** Each object of the document, with the pointer to it. */
function* objects(value: unknown, pointer = "#"): Iterable<[string, Json]> {
  if (typeof value !== "object" || value === null) return;
  yield [pointer, value as Json];
  for (const [key, part] of Object.entries(value)) yield* objects(part, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}

function resolve(pointer: string): unknown {
  const parts = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  return parts.reduce<unknown>((at, part) => (at as Json | undefined)?.[part], document);
}

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

function ajv() {
  const validator = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
  (formats as unknown as (to: Ajv2020) => void)(validator);
  for (const word of ["components", "schemas"]) validator.addKeyword(word);
  validator.addSchema({ $id: "https://api.example/", components: document.components });
  return validator;
}

test("it is OpenAPI 3.1 in shape: every operation has its name, its answers and its parameters", () => {
  assert.match(document.openapi, /^3\.1\.\d$/);
  assert.equal(operations.length, 6 + services.length);
  const names = operations.map(({ operation }) => operation["operationId"]);
  assert.equal(new Set(names).size, names.length);
  for (const { path, operation } of operations) {
    assert.ok(typeof operation["summary"] === "string" && operation["summary"] !== "", path);
    const responses = Object.entries(operation["responses"] as Record<string, Json>);
    assert.ok(responses.some(([status]) => status.startsWith("2")) && responses.some(([status]) => status.startsWith("5")));
    for (const [status, response] of responses) {
      assert.match(status, /^[2-5]\d\d$/);
      assert.equal(typeof response["description"], "string");
      const [type] = Object.keys((response["content"] as Json | undefined) ?? {});
      assert.equal(type, status.startsWith("2") ? "application/json" : "application/problem+json");
    }
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const parameters = (operation["parameters"] as Json[] | undefined) ?? [];
    assert.deepEqual(
      parameters.filter((one) => one["in"] === "path").map((one) => one["name"]),
      inPath,
    );
    for (const one of parameters) assert.ok(one["required"] === (one["in"] === "query" ? undefined : true) && one["schema"] !== undefined);
  }
});

test("every reference leads somewhere, and every named schema is used and is a schema", () => {
  const used = new Set<string>();
  for (const [pointer, value] of objects(document)) {
    const target = value["$ref"];
    if (target === undefined) continue;
    assert.ok(typeof target === "string" && typeof resolve(target) === "object", `${pointer} -> ${JSON.stringify(target)}`);
    used.add(target);
  }
  const validator = ajv();
  for (const name of Object.keys(document.components.schemas)) {
    assert.match(name, /^[\w.-]+$/);
    assert.ok(used.has(`#/components/schemas/${name}`), name);
    assert.equal(typeof validator.compile({ $ref: `https://api.example/#/components/schemas/${name}` }), "function");
  }
});

test("each example fits its schema, and each service that makes cases has one at least", () => {
  const validator = ajv();
  for (const service of services) {
    const operation = document.paths[`/api/services/${service.id}/cases`]?.["post"];
    const body = operation?.["requestBody"] as {
      content: { "application/json": { schema: Json; examples: Record<string, { value: unknown }> } };
    };
    const { schema, examples } = body.content["application/json"];
    const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://api.example/#/')) as Json;
    const fits = validator.compile(absolute);
    // A service without stages makes no case.
    assert.equal(Object.keys(examples).length > 0, service.case.stages.size > 0, service.id);
    for (const { value } of Object.values(examples)) assert.ok(fits(value), `${service.id} ${JSON.stringify(fits.errors)}`);
  }
});

test("the answers of every journey that ends in a case fit the schema, and strange ones don't", () => {
  const validator = ajv();
  for (const service of services) {
    const fits = validator.compile({ $ref: `https://api.example/#/components/schemas/${service.id}.answers` });
    const journeys = coveringJourneys(service, today).filter(({ end }) => end.kind === "check");
    for (const { answers } of journeys) assert.ok(fits(answers), `${service.id} ${JSON.stringify(answers)} ${JSON.stringify(fits.errors)}`);
    assert.ok(!fits({ ...journeys[0]?.answers, nonsense: 1 }));
    assert.ok(!fits({}));
  }
});
