import { compileDefinition } from "../../src/definition/compile-definition.ts";
import type { Service } from "../../src/definition/service.ts";

/** The text of a small service with these questions and this flow; an outcome `no` is there to stop at. */
export function definition(questions: string, flow: string, priority = '"normal"'): string {
  return `service: try-it
title: Try it
summary: A service for the tests of paths.
group: Tools
owner: tools
lead: Head of Tools
basis: public task
start: { who: [Anyone.], time: 1 minute, cost: Free, takes: We answer today. }
questions:
${questions}
flow:
${flow}
outcomes: { no: { title: Not for you, body: This is not for you. } }
case:
  team: tools
  priority: ${JSON.stringify(priority)}
  deadline: { any: 5 working days }
  stages:
    received: { title: Received, says: We have it., next: We answer., actions: { finish: { title: Finish, to: finished } } }
    finished: { title: Finished, says: It is done., next: Nothing more. }
messages: { received: default }
retention: 1 years after closed
`;
}

/** The same, compiled. */
export function service(questions: string, flow: string, priority?: string): Service {
  return compiled(definition(questions, flow, priority));
}

/** The same; undefined where the checks refuse it. */
export function trying(questions: string, flow: string, priority: string): Service | undefined {
  const compilation = compileDefinition({ name: "try-it.yaml", text: definition(questions, flow, priority) }, new Map());
  return compilation.ok ? compilation.service : undefined;
}

export function compiled(text: string): Service {
  const compilation = compileDefinition({ name: "try-it.yaml", text }, new Map());
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.findings, null, 1));
  return compilation.service;
}

/** Questions to be answered yes or no. */
export function yesNo(...names: readonly string[]): string {
  return names.map((name) => `  ${name}: { ask: Is it ${name}?, type: yes-no, label: if it is ${name} }`).join("\n");
}

/** A screen for each. */
export function asks(...names: readonly string[]): string {
  return names.map((name) => `  - ${name}`).join("\n");
}
