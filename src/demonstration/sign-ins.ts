/** The password of every demonstration sign-in. It is public: these officers are made only where GUILDHALL_DEMO is on. */
export const DEMONSTRATION_PASSWORD = "eastmere-demo-2026";

/** The demonstration's API key, with every right. It is public, and made only where GUILDHALL_DEMO is on. */
export const DEMONSTRATION_API_KEY = "gh_demonstration-only--everybody-knows-this-00";

export interface DemonstrationSignIn {
  readonly email: string;
  readonly name: string;
  /** Ids of roles and teams in councils/eastmere/council.yaml. */
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  /** Of a councillor. */
  readonly areas?: readonly string[];
  /** For the README's table. */
  readonly can: string;
}

/** Who can sign in to the demonstration, all with `DEMONSTRATION_PASSWORD`. */
export const DEMONSTRATION_SIGN_INS = [
  {
    email: "adviser@eastmere.example",
    name: "Nia Bevan",
    roles: ["adviser"],
    teams: ["customer-services"],
    can: "Start any service for a person by phone or at the desk, see every team's cases, message people and print letters",
  },
  {
    email: "caseworker@eastmere.example",
    name: "Tom Achebe",
    roles: ["caseworker"],
    teams: ["waste", "revenues", "admissions"],
    can: "Work the cases of waste, revenues and school admissions: take, note, message, act and close",
  },
  {
    email: "inspector@eastmere.example",
    name: "Priya Raman",
    roles: ["inspector"],
    teams: ["highways"],
    can: "Work the cases of highways: inspect potholes, order repairs and record them",
  },
  {
    email: "licensing@eastmere.example",
    name: "Gareth Pugh",
    roles: ["licensing-officer"],
    teams: ["licensing"],
    can: "Decide on petroleum certificates and dragon licences",
  },
  {
    email: "manager@eastmere.example",
    name: "Amina Yusuf",
    roles: ["manager"],
    teams: ["highways", "waste", "revenues", "admissions", "licensing", "customer-services"],
    can: "Work every team's cases, give cases to officers, see the figures and the definitions of services, and publish, plan, withdraw and roll them back. Open a sensitive case in an emergency",
  },
  {
    email: "administrator@eastmere.example",
    name: "Helen Frost",
    roles: ["administrator"],
    teams: ["customer-services"],
    can: "See jobs that failed and run them again, manage officers, and see who looked at sensitive cases. May read cases and not work them",
  },
  {
    email: "caseworker2@eastmere.example",
    name: "Marta Kowalska",
    roles: ["caseworker"],
    teams: ["waste", "revenues", "admissions"],
    can: "The same as the caseworker, so that there is a colleague to give cases to",
  },
  {
    email: "inspector2@eastmere.example",
    name: "Callum Reid",
    roles: ["inspector"],
    teams: ["highways"],
    can: "The same as the inspector",
  },
  {
    email: "records@eastmere.example",
    name: "Ruth Adeyemi",
    roles: ["records-officer"],
    teams: ["customer-services"],
    can: "See every team's cases and what of them is due to be erased, place and lift legal holds, and erase on request",
  },
  {
    email: "crew@eastmere-roads.example",
    name: "Dev Patel",
    roles: ["contractor"],
    teams: ["eastmere-roads"],
    can: "Of the contractor Eastmere Roads Ltd: see the potholes whose repair is ordered, without who reported them, and record the repair",
  },
  {
    email: "councillor@eastmere.example",
    name: "Cllr Joan Mercer",
    roles: ["councillor"],
    teams: [],
    areas: ["EM1"],
    can: "See the public facts and figures of the cases of the area EM1, and raise member enquiries",
  },
] as const satisfies readonly DemonstrationSignIn[];
