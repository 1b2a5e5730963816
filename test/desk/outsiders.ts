import type { Officer } from "../../src/people/officer.ts";
import { changeOfficer } from "../../src/people/officers.ts";
import type { TestApp } from "../support/app.ts";
import { officer } from "./office.ts";

let partners = 0;

/** Somebody of a contractor. */
export function partner(app: TestApp): Promise<Officer> {
  partners += 1;
  return officer(app, `Dev Patel ${partners}`, ["contractor"], ["eastmere-roads"]);
}

let councillors = 0;

/** Somebody who speaks for an area. */
export async function councillor(app: TestApp): Promise<Officer> {
  councillors += 1;
  const made = await officer(app, `Joan Mercer ${councillors}`, ["councillor"], []);
  await changeOfficer(app.database, { ...made, areas: ["EM1"] });
  return made;
}
