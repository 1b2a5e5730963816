import { createHash } from "node:crypto";
import { casePlanOf } from "./case-plan-of.ts";
import { confirmPlanOf } from "./confirm-plan.ts";
import { filledFromOf } from "./filled-from.ts";
import { requestPlansOf } from "./request-plans.ts";
import { FrozenMap, deepFreeze } from "./frozen.ts";
import { messagesOf } from "./messages-of.ts";
import type { Outline } from "./outline.ts";
import { present } from "./present.ts";
import { outcomesOf } from "./outcomes-of.ts";
import { draftPlanOf } from "./draft-plan.ts";
import { IDENTITY } from "./service.ts";
import type { PersonQuestions, Retention, Service, StartPage } from "./service.ts";
import { questionOf, ruleOf, screensOf, stepsOf } from "./steps-of.ts";
import type { SourceFile } from "./yaml/node.ts";
import { entriesAt, mapAt, nodeAt, textAt, textsAt } from "./yaml/read.ts";

/** The compiled, frozen form of an outline in which the checks found no error. */
export function serviceOf(outline: Outline, welsh?: Service): Service {
  const { root } = outline;
  const flow = stepsOf(outline.flow, outline);
  const questions = new FrozenMap([...outline.asked.keys()].map((id) => [id, questionOf(outline, id)] as const));
  return deepFreeze(
    present<Service>({
      id: textAt(root, "service") ?? "",
      title: textAt(root, "title") ?? "",
      summary: textAt(root, "summary") ?? "",
      keywords: textsAt(root, "keywords"),
      group: textAt(root, "group") ?? "",
      owner: textAt(root, "owner") ?? "",
      lead: textAt(root, "lead") ?? "",
      codes: codesOf(outline),
      start: startOf(outline),
      questions,
      flow,
      screens: screensOf(flow),
      filledFrom: filledFromOf(root),
      outcomes: outcomesOf(outline),
      tables: tablesOf(outline),
      drafts: draftPlanOf(mapAt(root, "drafts")),
      declaration: textAt(root, "declaration"),
      declarations: nodeAt(root, "declaration")?.kind === "list" ? textsAt(root, "declaration") : [],
      confirm: confirmPlanOf(mapAt(root, "confirm")),
      requests: requestPlansOf(outline),
      fee: outline.fee === undefined ? undefined : ruleOf(outline, outline.fee),
      person: personOf(outline),
      case: casePlanOf(outline),
      messages: messagesOf(outline),
      retention: retentionOf(textAt(root, "retention") ?? ""),
      basis: textAt(root, "basis") ?? "",
      identity: IDENTITY.find((level) => level === textAt(root, "identity")) ?? "none",
      extends: outline.extends,
      hash: hashOf([outline.file, ...(outline.base === undefined ? [] : [outline.base]), ...outline.fragments]),
      source: outline.file.text,
      language: outline.language,
      welsh,
    }),
  );
}

function hashOf(files: readonly SourceFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.text);
  return hash.digest("hex");
}

function codesOf(outline: Outline): Service["codes"] {
  const pairs = [...entriesAt(outline.root, "codes")].flatMap(([id, { value }]) =>
    value.kind === "text" || value.kind === "number" ? [[id, value.value] as const] : [],
  );
  return Object.fromEntries(pairs);
}

function startOf(outline: Outline): StartPage {
  const start = mapAt(outline.root, "start");
  return {
    who: textsAt(start, "who"),
    need: textsAt(start, "need"),
    time: textAt(start, "time") ?? "",
    cost: textAt(start, "cost") ?? "",
    takes: textAt(start, "takes") ?? "",
    body: textAt(start, "body") ?? "",
  };
}

function tablesOf({ tables, tableRules }: Outline): Service["tables"] {
  const found = [...tableRules].flatMap(([id, rules]) => {
    const hit = tables.get(id)?.hit;
    return hit === undefined ? [] : [[id, { ...rules, hit }] as const];
  });
  return new FrozenMap(found);
}

function personOf(outline: Outline): PersonQuestions {
  const part = (id: string): string | undefined => outline.person.get(id)?.value;
  const reached = { name: part("name"), email: part("email"), phone: part("phone"), address: part("address") };
  return present<PersonQuestions>({ ...reached, born: part("born") });
}

function retentionOf(text: string): Retention {
  const [amount, unit = ""] = text.split(" ");
  const units = [
    ["day", "days"],
    ["month", "months"],
  ] as const;
  const found = units.find(([one]) => unit.startsWith(one));
  return { amount: Number(amount), unit: found?.[1] ?? "years" };
}
