import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder of councils and a shelf beside it, gone when `remove` is called. */
export interface SmallHouse {
  readonly folder: string;
  readonly shelf: string;
  write(path: string, text: string): void;
  remove(): void;
}

export function councilYaml(id: string, changes: readonly (readonly [string, string])[] = []): string {
  const text = `council: ${id}
name: ${id} Council
place: ${id}
nation: england
colour: "#1d5c4f"
hosts: [${id}.example]
contact: { phone: 01632 960001, email: hello@${id}.example, hours: [Always], address: [Town Hall] }
channels:
  web: { pence: 20, source: A study, assumption: false }
teams:
  tools: { name: Tools, email: tools@${id}.example }
  roads: { name: Roads, email: roads@${id}.example }
roles:
  worker: { name: Worker, permissions: [cases.read, cases.work] }
  adviser: { name: Adviser, permissions: [cases.read, cases.all-teams, cases.start] }
services: [lend-a-drill]
groups: [Tools]
`;
  return changes.reduce((all, [from, to]) => all.replace(from, to), text);
}

export const DRILL = `service: lend-a-drill
title: Borrow a drill
summary: Borrow a drill from the council for a week.
group: Tools
owner: tools
lead: Head of Tools
basis: public task
start: { who: [Anyone.], time: 1 minute, cost: Free, takes: We answer today. }
questions:
  holes: { ask: How many holes will you drill?, type: number, label: how many holes, least: 1, most: 99 }
flow: [holes, who]
case:
  team: tools
  deadline: { any: 5 working days }
  stages:
    received: { title: Received, says: We have your request., next: We will answer., actions: { lend: { title: Lend it, to: lent } } }
    lent: { title: Lent, says: You have the drill., next: Bring it back. }
messages: { received: default }
retention: 1 years after closed
`;

export const WHO = `fragment: who
questions:
  full_name: { ask: What is your name?, type: name, label: your name, personal: true }
  email: { ask: What is your email address?, type: email, label: your email address, personal: true }
flow: [full_name, email]
person: { name: full_name, email: email }
`;

export function smallHouse(councils: readonly string[]): SmallHouse {
  const root = mkdtempSync(join(tmpdir(), "guildhall-councils-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write("services/lend-a-drill.yaml", DRILL);
  write("services/shared/who.yaml", WHO);
  for (const id of councils) write(`councils/${id}/council.yaml`, councilYaml(id));
  return {
    folder: join(root, "councils"),
    shelf: join(root, "services"),
    write,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
