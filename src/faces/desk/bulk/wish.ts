import type { Answers, Problem } from "../../../answers/answer-type.ts";
import { isUuid } from "../../../platform/ids.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";

/** What an officer wants done with many cases. */
export type Wish =
  | { readonly kind: "assign"; readonly officer: string | null }
  | { readonly kind: "note"; readonly text: string }
  | {
      readonly kind: "act";
      readonly service: string;
      readonly stage: string;
      readonly action: string;
      readonly reason: string;
      /** What the action asks, once for all the cases, and whether it was confirmed. */
      readonly recorded?: Answers;
      readonly confirmed?: boolean;
    };

export type WishReading = { readonly ok: true; readonly wish: Wish } | { readonly ok: false; readonly problem: Problem };

/** The fields that say a wish, to be carried from page to page. */
export const WISH_FIELDS = ["do", "officer", "text", "action", "reason"] as const;

function wrong(at: string, message: string): WishReading {
  return { ok: false, problem: { field: at, code: "answer-missing", message } };
}

export function readWish(body: FormBody): WishReading {
  const text = (name: string): string => field(body, name).trim();
  switch (text("do")) {
    case "assign": {
      const officer = text("officer");
      if (officer !== "nobody" && !isUuid(officer)) return wrong("officer", "Select who should have the cases");
      return { ok: true, wish: { kind: "assign", officer: officer === "nobody" ? null : officer } };
    }
    case "note":
      return text("text") === "" ? wrong("text", "Enter a note") : { ok: true, wish: { kind: "note", text: text("text") } };
    case "act": {
      const [service = "", stage = "", action = ""] = text("action").split("/");
      if (action === "") return wrong("action", "Select an action");
      return { ok: true, wish: { kind: "act", service, stage, action, reason: text("reason") } };
    }
    default:
      return wrong("do", "Select what you want to do");
  }
}
