import type { Answer } from "../answers/answer-type.ts";
import { parsePostcode } from "../answers/postcode-text.ts";
import type { Identity, Service } from "../definition/service.ts";
import { plainWords } from "./case-row.ts";
import type { Case } from "./case.ts";
import type { Happening } from "./event.ts";
import { KNOWN } from "./identity-event.ts";
import type { IdentifiedData, Known } from "./identity-event.ts";
import { readReference } from "./reference.ts";

/** How many things must be right. */
export const NEEDED: Readonly<Record<Identity, number>> = { none: 0, light: 2, strong: 3 };

/** `said`: what the person said of each, typed; `ticked`: what an officer heard and found right. */
export interface IdentifyCommand {
  readonly kind: "identify";
  readonly said: Readonly<Partial<Record<Known, string>>>;
  readonly ticked: readonly Known[];
}

type Named = Pick<Service, "person" | "identity">;

/** What the case knows of its person, to be asked for. */
export function knownOf({ person: questions }: Named, item: Pick<Case, "person" | "reference" | "answers">): ReadonlyMap<Known, string> {
  const { name, postcode, email, phone } = item.person;
  const answer: Answer | undefined = questions.born === undefined ? undefined : item.answers[questions.born];
  const born = typeof answer === "string" ? answer : null;
  const all: Readonly<Record<Known, string | null>> = { name, postcode, born, reference: item.reference, email, phone };
  return new Map(KNOWN.flatMap((key) => (all[key] === null || all[key] === "" ? [] : [[key, all[key]] as const])));
}

// Each in the one form in which two spellings of the same are the same.
const SAME: Readonly<Record<Known, (text: string) => string | undefined>> = {
  name: (text) => plainWords(text).toSorted().join(" "),
  postcode: (text) => parsePostcode(text) ?? undefined,
  born: (text) => text.trim(),
  reference: readReference,
  email: (text) => text.trim().toLowerCase(),
  phone: (text) => text.replaceAll(/\D/g, "").replace(/^(?:00)?44/, "0"),
};

/** What of it was said right. Pure. */
export function compared(known: ReadonlyMap<Known, string>, said: IdentifyCommand["said"]): Pick<IdentifiedData, "right" | "wrong"> {
  const asked = KNOWN.filter((key) => known.has(key) && (said[key] ?? "").trim() !== "");
  const right = asked.filter((key) => {
    const own = SAME[key](said[key] ?? "");
    return own !== undefined && own !== "" && own === SAME[key](known.get(key) ?? "");
  });
  return { right, wrong: asked.filter((key) => !right.includes(key)) };
}

/** What a check comes to. Strongly sure is nobody by an officer's ticks: what was said is compared. One thing that is wrong is one too many there. */
export function identified(service: Named, item: Case, { said, ticked }: IdentifyCommand): Extract<Happening, { kind: "identified" }> {
  const known = knownOf(service, item);
  const level = service.identity;
  const typed = compared(known, said);
  const heard = level === "strong" ? [] : KNOWN.filter((key) => known.has(key) && ticked.includes(key) && !typed.wrong.includes(key));
  const right = KNOWN.filter((key) => typed.right.includes(key) || heard.includes(key));
  const passed = right.length >= NEEDED[level] && (level !== "strong" || typed.wrong.length === 0);
  return { kind: "identified", data: { level, right, wrong: typed.wrong, passed }, personal: null };
}
