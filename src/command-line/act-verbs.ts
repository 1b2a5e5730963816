import { londonInstant, londonText } from "../platform/london-time.ts";
import type { Wanted } from "../councils/carry-out.ts";
import { carryOut } from "../councils/carry-out.ts";
import { compileFile } from "../councils/compile-file.ts";
import type { Council } from "../councils/council.ts";
import type { DefinitionFile } from "../councils/load-council.ts";
import { chosenCouncil, readOptions } from "./operator.ts";
import type { ExitCode, OperatorTools } from "./operator.ts";
import { findingLines, textsOf } from "./print-finding.ts";

const MORE = '[--at "2026-06-01 09:00"] [--reason WHY] [--council COUNCIL]';

export const PUBLISH_USE = [`publish SERVICE ${MORE}   make the definition as it lies in the folder the live version`];
export const WITHDRAW_USE = [`withdraw SERVICE ${MORE}   take a service off line; its cases go on`];
export const ROLLBACK_USE = [`rollback SERVICE@1 ${MORE}   make an earlier version live again`];
export const CALL_OFF_USE = [
  "cancel SERVICE NUMBER [--reason WHY] [--council COUNCIL]   call off what is planned; versions says its number",
];

/** What is asked of a verb: words made into what is wanted, or nothing after a complaint. */
interface Asked {
  readonly tools: OperatorTools;
  readonly council: Council;
  readonly service: string;
  readonly at: { readonly at?: Date };
  readonly words: readonly string[];
}

type Want = (asked: Asked) => Promise<Wanted | undefined>;

function verb(name: string, want: Want) {
  return async (tools: OperatorTools, given: readonly string[]): Promise<ExitCode> => {
    const read = readOptions(tools, given, ["at", "reason", "council"]);
    const council = read && chosenCouncil(tools, read.options.get("council"));
    if (read === undefined || council === undefined) return 1;
    const [first, ...words] = read.words;
    if (first === undefined) return refuse(tools, `Name a service after ${name}: ${council.services.join(", ")}`);
    const at = readMoment(read.options.get("at"));
    if (at === "wrong") return refuse(tools, "Write a day and a time in London after --at, like 2026-06-01 09:00");
    const [service = "", version] = first.split("@");
    const asked = { tools, council, service, at, words: version === undefined ? words : [version, ...words] };
    const wanted = await want(asked);
    return wanted === undefined ? 1 : carry(asked, wanted, read.options.get("reason") ?? "");
  };
}

function readMoment(given: string | undefined): { readonly at?: Date } | "wrong" {
  if (given === undefined) return {};
  const [day = "", time = "", more] = given.trim().split(/[ T]/);
  const at = londonInstant(day, time);
  return at === undefined || more !== undefined ? "wrong" : { at };
}

async function carry({ tools, council, service }: Asked, wanted: Wanted, reason: string): Promise<ExitCode> {
  const actor = { by: "operator", officer: null, reason } as const;
  const key = tools.ids.uuid(tools.clock.now());
  const decision = await carryOut(tools, { council: council.id, service, actor, key }, wanted);
  if (!decision.ok) return refuse(tools, `${decision.message}.`);
  const { act } = decision;
  const when = act.at.getTime() > act.madeAt.getTime() ? `on ${londonText(act.at)}` : "now";
  if (act.kind === "cancel") tools.say(`Number ${act.cancels} of ${service} is called off.`);
  else if (act.version === null) tools.say(`${service} is withdrawn ${when}. Its cases go on.`);
  else tools.say(`${service}@${act.version} is live ${when}.`);
  return 0;
}

async function publishing({ tools, council, service, at, words }: Asked): Promise<Wanted | undefined> {
  if (words.length > 0)
    return complain(tools, "To make an earlier version live again, use rollback. publish takes the file in the folder.");
  const onDisk = tools.councils.onDisk(council.id, service);
  if (onDisk === undefined) return complain(tools, `${council.name} has no service ${service}. It has ${council.services.join(", ")}.`);
  const text = soundText(tools, council, onDisk.definition);
  return text && { kind: "publish", text, ...at };
}

function soundText(tools: OperatorTools, council: Council, text: DefinitionFile): DefinitionFile | undefined {
  const { ok, findings } = compileFile(text, council);
  if (ok) return text;
  const texts = textsOf(text);
  for (const finding of findings) for (const line of findingLines(finding, texts.get(finding.file))) tools.complain(line);
  return complain(tools, `${text.file.name} has mistakes, so it is not published.`);
}

async function rollingBack({ tools, service, at, words: [version = ""] }: Asked): Promise<Wanted | undefined> {
  if (!/^[1-9]\d{0,8}$/.test(version)) return complain(tools, `Name the version, like rollback ${service}@1. versions lists them.`);
  return { kind: "roll-back", version: Number(version), ...at };
}

async function callingOff({ tools, service, words: [number = ""] }: Asked): Promise<Wanted | undefined> {
  if (/^[1-9]\d{0,8}$/.test(number)) return { kind: "cancel", act: Number(number) };
  return complain(tools, `Write the number of what is planned, like cancel ${service} 3. versions lists what is planned.`);
}

function complain(tools: OperatorTools, why: string): undefined {
  tools.complain(why);
  return undefined;
}

function refuse(tools: OperatorTools, why: string): ExitCode {
  tools.complain(why);
  return 1;
}

/** `publish`: makes the definition as it lies in the folder the live version, now or at a moment. */
export const publishVerb = verb("publish", publishing);
/** `withdraw`: takes a service off line. */
export const withdrawVerb = verb("withdraw", async ({ at }) => ({ kind: "withdraw", ...at }));
/** `rollback`: makes an earlier version live again. */
export const rollbackVerb = verb("rollback", rollingBack);
/** `cancel`: takes back what is planned and has not happened. */
export const callOffVerb = verb("cancel", callingOff);
