import type { Question } from "../../answers/answer-type.ts";
import { isDate } from "../../rules/dates.ts";
import type { Area, End } from "../../rules/area.ts";
import type { RuleType } from "../../rules/type.ts";

/** What a question can be answered with, as rules see it; undefined where that is not told apart. Limits that move with the day are left out. */
export function domainOf({ optional, settings }: Question, type: RuleType | undefined): Area | undefined {
  switch (type?.kind) {
    case "boolean":
      return { kind: "some", values: [true, false], nulls: optional };
    case "code":
      return { kind: "some", values: type.values, nulls: optional };
    case "number":
      return between(settings.least, settings.most, optional);
    case "money":
      return between(settings.least ?? 0, settings.most, optional);
    case "date":
      return between(day(settings.earliest), day(settings.latest), optional);
    case "text":
      return { kind: "all but", values: [], nulls: optional };
    default:
      return undefined;
  }
}

function between(low: number | string | undefined, high: number | string | undefined, nulls: boolean): Area {
  return {
    kind: "stretches",
    stretches: [{ ...(low !== undefined && { low: end(low) }), ...(high !== undefined && { high: end(high) }) }],
    nulls,
  };
}

function end(at: number | string): End {
  return { at, included: true };
}

function day(limit: string | undefined): string | undefined {
  return limit !== undefined && isDate(limit) ? limit : undefined;
}
