import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The council that the fault rounds run on, and its one service: small, so that a round makes hundreds of cases. */
export const COUNCIL = "millbrook";
export const SERVICE = "borrow-cups";

const COUNCIL_FILE = `council: ${COUNCIL}
name: Millbrook Council
place: Millbrook
nation: england
colour: "#1d5c4f"
hosts: [millbrook.example]
contact: { phone: 01632 960001, email: hello@millbrook.example, hours: [Always], address: [Town Hall] }
channels:
  web: { pence: 20, source: A study, assumption: false }
teams:
  kitchen: { name: Kitchen, email: kitchen@millbrook.example }
roles:
  cook: { name: Cook, permissions: [cases.read, cases.work, cases.all-teams] }
services: [${SERVICE}]
`;

const SERVICE_FILE = `service: ${SERVICE}
title: Borrow cups
summary: Borrow cups from the council for a party.
group: Kitchen
owner: kitchen
lead: Head of Kitchen
basis: public task
start: { who: [Anyone.], time: 1 minute, cost: Free, takes: We answer today. }
questions:
  cups: { ask: How many cups do you need?, type: number, label: how many cups, least: 1, most: 9999999 }
  why: { ask: What are they for?, type: text, label: what they are for, longest: 100 }
  your_email: { ask: What is your email address?, type: email, label: your email address, personal: true }
  list: { ask: Upload your guest list, type: files, accept: any, most: 3, optional: true, label: your guest list }
flow: [cups, why, your_email, list]
person: { email: your_email }
case:
  team: kitchen
  deadline: { any: 5 working days }
  stages:
    received: { title: Received, says: We have your request., next: We will answer., actions: { lend: { title: Lend them, to: lent } } }
    lent: { title: Lent, says: You have the cups., next: Bring them back. }
messages: { received: default }
retention: 1 year after closed
`;

/** The council's folder, as files by their path under the folder of councils. */
export const COUNCIL_FILES: Readonly<Record<string, string>> = {
  [`${COUNCIL}/council.yaml`]: COUNCIL_FILE,
  [`${COUNCIL}/services/${SERVICE}.yaml`]: SERVICE_FILE,
};

/** Writes the council under a folder of councils. */
export function writeCouncil(folder: string): void {
  for (const [path, text] of Object.entries(COUNCIL_FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
