import { councilYaml } from "../councils/small-council.ts";

/** A service whose cases others must confirm, and that some send alone. */
const SHED = `service: share-a-shed
title: Share a shed
summary: Rent a shed of the council together.
group: Tools
owner: tools
lead: Head of Sheds
basis: public task
start: { who: [Anyone.], time: 1 minute, cost: Free, takes: We answer within a week. }
questions:
  alone: { ask: Will you use it alone?, type: yes-no, label: if you will use it alone }
  sharers: { ask: Who shares it with you?, type: people, label: the people who share it, entry: sharer, least: 1, most: 3 }
  size: { ask: How large a shed do you need?, type: number, label: the size of the shed, least: 1, most: 30, unit: metres }
  secret: { ask: What will you keep in it?, type: text, label: what you will keep in it, longest: 80 }
  full_name: { ask: What is your name?, type: name, label: your name, personal: true }
  email: { ask: What is your email address?, type: email, label: your email address, personal: true }
flow:
  - alone
  - { when: not(alone), ask: sharers }
  - size
  - secret
  - full_name
  - email
person: { name: full_name, email: email }
confirm: { people: sharers, declare: I will keep the shed locked., shows: [size], within: 10 days, remind: 4 days after, to: checking }
case:
  team: tools
  deadline: { any: 5 working days }
  stages:
    waiting: { title: Waiting for the others, says: We have it., next: We wait for the others., actions: { drop: { title: Drop it, to: dropped } } }
    checking: { title: Being checked, says: All have confirmed., next: We will answer., actions: { rent: { title: Rent it, to: rented }, drop: { title: Drop it, to: dropped } } }
    rented: { title: Rented, says: You have the shed., next: Lock it. }
    dropped: { title: Dropped, says: We have dropped it., next: Nothing more will happen. }
messages: { received: default }
retention: 1 years after closed
`;

/** The files of a council with that service, as `testApp` takes them. It answers on `<id>.example`. */
export function shedFiles(id: string): Readonly<Record<string, string>> {
  const roles = "permissions: [cases.read, cases.work, messages.send]";
  const yaml = councilYaml(id, [
    ["lend-a-drill", "share-a-shed"],
    ["permissions: [cases.read, cases.work]", roles],
  ]);
  return { [`${id}/council.yaml`]: yaml, [`${id}/services/share-a-shed.yaml`]: SHED };
}
