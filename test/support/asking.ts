import { councilYaml } from "../councils/small-council.ts";

const FACTS = `basis: public task
group: Tools
lead: Head of Sheds
start: { who: [Anyone.], time: 1 minute, cost: Free, takes: We answer within a week. }
questions:
  full_name: { ask: What is your name?, type: name, label: your name, personal: true }
  email: { ask: What is your email address?, type: email, label: your email address, personal: true, optional: true }
  home: { ask: What is your address?, type: address, label: your address }
flow: [full_name, email, home]
person: { name: full_name, email: email, address: home }
retention: 1 years after closed
`;

/** A service that asks people for proof while it works their cases, and another of another team. */
const ALLOTMENT = `service: rent-an-allotment
title: Rent an allotment
summary: Rent an allotment from the council.
owner: tools
${FACTS}requests:
  proof:
    ask: Proof of where you live
    says: We rent allotments to people who live here.
    questions:
      bill: { ask: Add a bill or a letter, type: files, accept: any, least: 1, most: 2, label: the bill or letter }
      since: { ask: In which year did you move there?, type: number, least: 1900, most: 2100, label: the year you moved there }
    due: 10 working days
    remind: 3 working days before
    pauses: waiting for your proof
    unanswered: give-up
    shared: true
case:
  team: tools
  deadline: { any: 20 working days }
  warn: never
  escalate: never
  stages:
    received: { title: Received, says: We have it., next: We will look., actions: { rent: { title: Rent it, to: rented }, give-up: { title: Give up, to: dropped } } }
    rented: { title: Rented, says: You have the allotment., next: Dig it. }
    dropped: { title: Dropped, says: We have closed it., next: You can apply again. }
messages: { received: default, dropped: default }
`;

const PERMIT = `service: park-in-a-street
title: Park in a street
summary: Get a parking permit.
owner: roads
${FACTS}case:
  team: roads
  deadline: { any: 5 working days }
  stages:
    received: { title: Received, says: We have it., next: We will look., actions: { give: { title: Give it, to: given } } }
    given: { title: Given, says: You have a permit., next: Show it. }
messages: { received: default }
`;

/** The files of a council with those services, as `testApp` takes them. It answers on `<id>.example`. */
export function askingFiles(id: string): Readonly<Record<string, string>> {
  const yaml = councilYaml(id, [
    ["lend-a-drill", "rent-an-allotment, park-in-a-street"],
    ["permissions: [cases.read, cases.work]", "permissions: [cases.read, cases.work, messages.send]"],
  ]);
  return {
    [`${id}/council.yaml`]: yaml,
    [`${id}/services/rent-an-allotment.yaml`]: ALLOTMENT,
    [`${id}/services/park-in-a-street.yaml`]: PERMIT,
  };
}
