import { councilYaml } from "../councils/small-council.ts";

const BENCH = `service: report-a-bench
title: Report a bench
summary: Tell us about a bench that needs us.
group: Tools
owner: tools
lead: Head of Benches
basis: public task
start: { who: [Anyone.], time: 1 minute, cost: Free, takes: We answer today. }
questions:
  what: { ask: What is wrong with it?, type: choice, label: what is wrong, options: { broken: It is broken, dirty: It is dirty, gone: It is gone } }
  email: { ask: What is your email address?, type: email, label: your email address, personal: true }
flow:
  - what
  - { when: what = "gone", stop: gone }
  - email
outcomes: { gone: { title: It has moved, body: We moved it to the park. } }
person: { email: email }
case:
  team: tools
  deadline: { any: 5 working days }
  stages:
    received: { title: Received, says: We have it., next: We will mend it., actions: { mend: { title: Mend it, to: mended, reason: optional } } }
    mended: { title: Mended, says: It is mended., next: Sit down. }
messages: { received: default, mended: default }
retention: 1 years after closed
`;

/** The files of a small council with one service, as `testApp` takes them. It answers on `<id>.example`. */
export function councilFiles(id: string): Readonly<Record<string, string>> {
  return { [`${id}/council.yaml`]: councilYaml(id, [["lend-a-drill", "report-a-bench"]]), [`${id}/services/report-a-bench.yaml`]: BENCH };
}
