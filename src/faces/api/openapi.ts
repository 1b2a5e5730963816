import type { Council } from "../../councils/council.ts";
import type { PublishedService } from "../../definition/service.ts";
import { SHARED_PATHS, submitPath } from "./openapi-paths.ts";
import { answersName, answersSchema, SHARED_SCHEMAS } from "./openapi-schemas.ts";

/** The API of a council as OpenAPI 3.1, made from the definitions of its services. `today` (YYYY-MM-DD) is what the dates in examples fit. */
export function openApi(council: Council, services: readonly PublishedService[], today: string) {
  const submits = services.map((service) => [`/api/services/${service.id}/cases`, submitPath(service, today)] as const);
  const answers = services.map((service) => [answersName(service), answersSchema(service)] as const);
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: `${council.name}: API`,
      version: services.reduce((sum, { version }) => sum + version, 0).toString(),
      description:
        "The services of the council for other systems: the same questions, rules and cases as on its website. Errors are RFC 9457 problem documents.",
      contact: { email: council.contact.email },
    },
    servers: [{ url: "/" }],
    security: [{ key: [] }],
    paths: { ...SHARED_PATHS, ...Object.fromEntries(submits) },
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "A key of the council: gh_..." } },
      schemas: { ...SHARED_SCHEMAS, ...Object.fromEntries(answers) },
    },
  };
}
