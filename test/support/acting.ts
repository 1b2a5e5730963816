import { councilYaml } from "../councils/small-council.ts";

/** A service whose officers record things, confirm what cannot be undone, and open cases again. */
/** Its text. */
export const TREE = `service: inspect-a-tree
title: Inspect a tree
summary: Ask the council to look at a tree.
owner: tools
basis: public task
group: Tools
lead: Head of Trees
start: { who: [Anyone.], time: 1 minute, cost: Free, takes: We answer within a week. }
questions:
  full_name: { ask: What is your name?, type: name, label: your name, personal: true }
  email: { ask: What is your email address?, type: email, label: your email address, personal: true }
  leaning: { ask: Is it leaning?, type: yes-no, label: if it is leaning }
flow: [leaning, full_name, email]
person: { name: full_name, email: email }
requests:
  plan: { ask: A plan of the garden, questions: { drawn: { ask: Who drew it?, type: text, longest: 40, label: who drew it } } }
case:
  team: tools
  priority: if leaning then "high" else "normal"
  deadline: { high: 2 working days, normal: 10 working days }
  warn: never
  escalate: never
  stages:
    received:
      title: Received
      says: We have it.
      next: We will look.
      on: { evidence-accepted: plan-good, request-answered: plan-came }
      actions:
        measure:
          title: Measure it
          to: measured
          reason: optional
          asks:
            height: { ask: How high is it?, type: number, least: 1, most: 60, unit: metres, label: the height, public: true }
            seen_on: { ask: When did you look at it?, type: date, latest: today, label: when it was looked at }
            picture: { ask: Add a photo, type: files, accept: any, most: 2, label: photos, optional: true }
        fell: { title: Fell it at once, to: felled, when: priority = "high", confirm: The crew is there and the road is closed. }
        plan-came: { title: A plan came, to: received }
        plan-good: { title: The plan is good, to: measured }
    measured:
      title: Measured
      says: We have measured it.
      next: We will decide.
      actions:
        remove: { title: Remove it, by: worker, to: felled, reason: required, when: height > 20, confirm: I have read the report. }
        leave: { title: Leave it, to: left }
    felled: { title: Felled, says: It is gone., next: Nothing more. }
    left: { title: Left standing, says: It is safe., next: Nothing more., reopen: { within: 7 days, to: received, by: worker, resident: true } }
messages:
  received: default
  measure: { subject: We have measured it, body: "Dear {name},\\n\\nThe tree is {height} high.\\n\\nIt was {picture}." }
  left: default
retention: 1 years after closed
welsh:
  How high is it?: Pa mor uchel ydyw?
  the height: yr uchder
  metres: metr
`;

/** The files of a council with that service, as `testApp` takes them. It answers on `<id>.example`. */
export function actingFiles(id: string): Readonly<Record<string, string>> {
  const yaml = councilYaml(id, [
    ["lend-a-drill", "inspect-a-tree"],
    ["permissions: [cases.read, cases.work]", "permissions: [cases.read, cases.work, messages.send]"],
  ]);
  return { [`${id}/council.yaml`]: yaml, [`${id}/services/inspect-a-tree.yaml`]: TREE };
}
