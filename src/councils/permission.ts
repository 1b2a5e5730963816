/** Everything that an officer may be allowed to do, and what it means. A council's roles are made of these. */
export const PERMISSIONS = {
  "cases.read": "See the cases of their own teams",
  "cases.sensitive": "See the cases of sensitive teams and services as well",
  "cases.public-facts": "For a councillor: see the public facts of the cases of their areas, with figures, and raise enquiries",
  "cases.partner":
    "For another organisation: see the cases handed to it, without what is personal, and take the actions that name its role",
  "cases.work": "Take a case, add notes and take its actions",
  "cases.assign": "Give a case to another officer",
  "cases.export": "Save a list of cases as a spreadsheet",
  "cases.start": "Start a service for a person by phone or at the desk",
  "cases.all-teams": "Do on every team's cases what they may do on their own team's",
  "messages.send": "Send a message to a person",
  "letters.print": "Print letters and mark them as posted",
  "jobs.replay": "See jobs that failed and run them again",
  "figures.read": "See the figures for staff",
  "records.manage": "See what is due to be erased and what was, place and lift legal holds, and erase a person on request",
  "services.see": "See the definitions, their versions and what is wrong with them",
  "services.publish": "Publish, plan, withdraw and roll back versions of services",
  "looks.review": "See who looked at which sensitive case, and is told of emergencies",
  "cases.emergency": "Open a case that they may not see, in an emergency, for an hour and with a reason",
  "officers.manage-team": "Add, change and disable officers of their own teams, with roles that they hold or may give",
  "officers.manage": "Add, change and disable officers",
  "keys.manage": "Make and revoke API keys",
} as const;

export type Permission = keyof typeof PERMISSIONS;

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(PERMISSIONS, name);
}
