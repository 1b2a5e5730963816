import { grouped } from "../answers/messages.ts";
import { placeholdersIn } from "../definition/placeholders.ts";
import { dateIn } from "../language/calendar-words.ts";
import type { Language } from "../language/language.ts";
import type { Outcome, OutcomeFigure } from "../definition/service.ts";
import { pence, pounds } from "../money/pence.ts";
import type { Value } from "../rules/value.ts";
import type { Walk } from "./walk.ts";

/** An ending that is no case as it is told to one person: its figures worked out, and its texts filled with them. */
export interface ToldOutcome extends Omit<Outcome, "figures"> {
  readonly figures: readonly ToldFigure[];
}

/** `value` for a system: whole pence for money, else a number or a text. `text` for a person. */
export interface ToldFigure {
  readonly id: string;
  readonly label: string;
  readonly value: number | string;
  readonly text: string;
}

const UNKNOWN = { en: "not known", cy: "anhysbys" } as const;

/** Tells an outcome from the answers that led to it. A figure that reads an answer that was not given is left out. Pure. */
export function tellOutcome(outcome: Outcome, facts: Walk["facts"]): ToldOutcome {
  const { language = "en" } = outcome;
  const known: Record<string, Value> = { ...facts };
  const figures = outcome.figures.flatMap((figure) => {
    const value = figure.value.run(known);
    known[figure.id] = value;
    return tellFigure(figure, value, language);
  });
  const texts = new Map(outcome.figures.map(({ id }) => [id, figures.find((figure) => figure.id === id)?.text ?? UNKNOWN[language]]));
  const fill = (text: string): string => filled(text, texts);
  const { id, kind, title, body, bring, next, links, source } = outcome;
  return {
    id,
    ...(language === "en" ? {} : { language }),
    ...(kind === undefined ? {} : { kind }),
    title: fill(title),
    body: fill(body),
    figures,
    bring: bring.map(fill),
    next: next.map(fill),
    links: links.map(fill),
    ...(source === undefined ? {} : { source: fill(source) }),
  };
}

function tellFigure({ id, label, value: rule, unit }: OutcomeFigure, value: Value, language: Language): readonly ToldFigure[] {
  const after = unit === undefined ? "" : unit === "%" ? "%" : ` ${unit}`;
  if (typeof value === "number" && rule.type.kind === "money") {
    const amount = pence(value);
    return [{ id, label, value: amount, text: `${pounds(amount)}${after}` }];
  }
  if (typeof value === "number") return [{ id, label, value, text: `${grouped(String(value))}${after}` }];
  if (typeof value !== "string") return [];
  return [{ id, label, value, text: rule.type.kind === "date" ? dateIn(language, value) : `${value}${after}` }];
}

function filled(text: string, texts: ReadonlyMap<string, string>): string {
  let from = 0;
  let whole = "";
  for (const { name, from: at, to } of placeholdersIn(text)) {
    whole += text.slice(from, at) + (texts.get(name) ?? text.slice(at, to));
    from = to;
  }
  return whole + text.slice(from);
}
