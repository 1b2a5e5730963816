import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { Answers } from "../../src/answers/answer-type.ts";
import { run } from "../../src/command-line/run.ts";
import { tryJourney } from "../../src/command-line/try-journey.ts";
import { asks, service } from "../journey/small-service.ts";

const ROOT = join(import.meta.dirname, "..", "..");

async function tried(...typed: readonly string[]): Promise<{ code: number; said: string; complained: string }> {
  const said: string[] = [];
  const complained: string[] = [];
  const lines = typed.values();
  const desk = { root: ROOT, say: (line: string) => void said.push(line), complain: (line: string) => void complained.push(line) };
  const code = await run({ ...desk, nextLine: async () => lines.next().value }, ["try", "report-a-pothole"]);
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

const START = ["Outside 12 Mill Lane", "street"] as const;
const PERSON = ["Ann", "Lee", "email", "ann@example.org", ""] as const;

test("try walks a journey to its case: team, priority, fee, deadline and the message that goes out", async () => {
  const { code, said, complained } = await tried(...START, "2", "yes", "yes", "", ...PERSON);
  assert.equal(code, 0, complained);
  for (const part of [
    "  where: Outside 12 Mill Lane",
    "  width: Larger than a dinner plate",
    "  team: highways",
    "  priority: emergency",
    "  fee: none",
    "Message received, by email: ",
    "    Dear Ann Lee",
  ])
    assert.ok(said.includes(part), `${part}\n${said}`);
  assert.match(said, / {2}photos: .+\(1 KB\)/);
  assert.match(said, / {2}deadline: /);
});

test("a wrong answer is met with the web's words and asked again, and < goes back", async () => {
  const { code, said } = await tried("<", ...START, "nine", "small", "<", "huge", "no", "", "Near the gate", ...PERSON);
  assert.equal(code, 0, said);
  assert.match(said, /This is the first question\./);
  assert.match(said, /Error: Select how wide it is/);
  assert.match(said, / {2}width: Wider than a car door\n/);
  assert.match(said, / {2}more: Near the gate\n/);
  assert.match(said, / {2}priority: high\n/);
});

test("a journey to an outcome says so, and one that stops before its end fails", async () => {
  const outcome = await tried("The M1", "motorway");
  assert.equal(outcome.code, 0);
  assert.match(outcome.said, /National Highways looks after this road[^]*It ends here, with no case\./);
  const short = await tried("The M1");
  assert.equal(short.code, 1);
  assert.match(short.complained, /The input ended/);
});

test("dates, options, groups and declarations are typed as their forms ask them", async () => {
  const mixed = service(
    `  born: { ask: When were you born?, type: date, label: when you were born }
  pets: { ask: Which pets?, type: choices, label: which pets, options: { cat: A cat, dog: A dog, owl: An owl } }
  order: { ask: Which do you like best?, type: choices, ranked: true, label: which you like best, options: { cat: A cat, dog: A dog } }
  honest: { ask: Is it true?, type: declaration, declare: It is true. }
  children:
    ask: Who are your children?
    type: group
    entry: child
    label: your children
    most: 3
    questions:
      name: { ask: What is the child called?, type: name, label: what the child is called }
      age: { ask: How old is the child?, type: number, label: how old the child is, least: 0, most: 17 }`,
    asks("born", "pets", "order", "honest", "children"),
  );
  const typed = ["5", "March", "1990", "1, owl", "2", "1", "agreed", "2", "Bo", "Ash", "4", "Cy", "Ash", "7"].values();
  const said: string[] = [];
  const terminal = { say: (line: string) => void said.push(line), nextLine: async (): Promise<string | undefined> => typed.next().value };
  const answers: Answers | undefined = await tryJourney(terminal, mixed, "2026-03-02");
  assert.deepEqual(
    answers,
    {
      born: "1990-03-05",
      pets: ["cat", "owl"],
      order: ["dog", "cat"],
      honest: true,
      children: [
        { name: { first: "Bo", last: "Ash" }, age: 4 },
        { name: { first: "Cy", last: "Ash" }, age: 7 },
      ],
    },
    said.join("\n"),
  );
});
