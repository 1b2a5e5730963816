import type { Council } from "../councils/council.ts";
import { createApiKey } from "../people/api-keys.ts";
import type { Officer } from "../people/officer.ts";
import { createOfficer } from "../people/officers.ts";
import type { Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { DemonstrationSignIn } from "./sign-ins.ts";
import { DEMONSTRATION_API_KEY, DEMONSTRATION_PASSWORD, DEMONSTRATION_SIGN_INS } from "./sign-ins.ts";

// The password is in the README, so a slow hash would guard nothing and cost a second at the first start.
const PASSWORD_COST = { cost: 10, block: 8, parallel: 1 } as const;

const RIGHTS = ["cases.submit", "cases.read"] as const;

/** Makes the officers of `DEMONSTRATION_SIGN_INS`, as if they had come to work at `since`. Only ever called where GUILDHALL_DEMO is on. */
export async function makeStaff(within: Queries, council: Council, ids: Ids, since: Date): Promise<readonly Officer[]> {
  const officers: Officer[] = [];
  const signIns: readonly DemonstrationSignIn[] = DEMONSTRATION_SIGN_INS;
  for (const { email, name, roles, teams, areas = [] } of signIns) {
    const tools = { database: within, ids, passwordCost: PASSWORD_COST };
    const made = await createOfficer(tools, council.id, { email, name, roles, teams, areas, password: DEMONSTRATION_PASSWORD }, since);
    if (made.ok) officers.push(made.officer);
  }
  return officers;
}

/** Makes the API key of the demonstration, whose text is known beforehand. */
export async function makeApiKey(within: Queries, council: Council, ids: Ids, since: Date): Promise<void> {
  // A key is drawn from chance; here that chance is the published text.
  const known: Ids = { uuid: ids.uuid, bytes: () => Buffer.from(DEMONSTRATION_API_KEY.replace("gh_", ""), "base64url") };
  const key = { council: council.id, name: "Demonstration only: this key is published in the README", rights: RIGHTS };
  await createApiKey({ database: within, ids: known }, key, since);
}
