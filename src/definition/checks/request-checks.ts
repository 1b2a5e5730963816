import { closest } from "../../rules/closest.ts";
import { requestPlansOf } from "../request-plans.ts";
import type { NamedMap, Outline } from "../outline.ts";
import { nodeAt, textAt, textNodeAt } from "../yaml/read.ts";
import { asksByItself, mustAsk } from "./action-checks.ts";
import type { Check, Found } from "./check.ts";
import { everyInside, nodeOr } from "./look.ts";

/** What officers may ask the person for. */
export const REQUEST_CHECKS: readonly Check[] = [
  {
    code: "request-unanswered",
    severity: "error",
    about: "What happens by itself where a request is not answered is the action of no stage, or asks the officer for something.",
    example: { right: "unanswered: give-up", wrong: "unanswered: forget" },
    *find(outline) {
      for (const { node } of outline.requests.values()) yield* wrongAction(outline, node);
    },
  },
  {
    code: "request-remind-late",
    severity: "warning",
    about: "The person is reminded of a request before they are asked, so never.",
    example: { right: "remind: 2 working days before", wrong: "remind: 9 working days before" },
    *find(outline) {
      const plans = requestPlansOf(outline);
      for (const [id, { node }] of outline.requests) {
        const plan = plans.get(id);
        if (plan === undefined || plan.remind === "never" || plan.remind.unit !== plan.due.unit) continue;
        if (plan.remind.amount < plan.due.amount || nodeAt(node, "remind") === undefined) continue;
        const message = `They have ${plan.due.amount} ${plan.due.unit}, and are reminded ${plan.remind.amount} before the end.`;
        yield { at: nodeOr(node, "remind"), message, fix: "Remind later, or give them longer." };
      }
    },
  },
  {
    code: "request-where",
    severity: "error",
    about: "A question of a request offers some rows of a register by a rule; the form of a request knows no other answers.",
    example: { right: "type: text, longest: 40", wrong: "type: text, where: open" },
    *find(outline) {
      for (const { questions } of outline.requests.values())
        for (const source of questions.values())
          for (const { node } of everyInside(source)) {
            const at = nodeAt(node, "where");
            if (at !== undefined) yield { at, message: "A request's form offers every row of a register.", fix: "Take where out." };
          }
    },
  },
];

function* wrongAction(outline: Outline, node: NamedMap["node"]): Iterable<Found> {
  const at = textNodeAt(node, "unanswered");
  if (at === undefined) return;
  const actions = new Map([...outline.stages.values()].flatMap((stage) => [...stage.actions]));
  const action = actions.get(at.value);
  const asked = mustAsk(action);
  if (action !== undefined && asked !== undefined) yield { at, ...asksByItself(at.value, asked) };
  if (action !== undefined && textAt(action.node, "reason") !== "required") return;
  const meant = action === undefined ? closest(at.value, [...actions.keys()]) : undefined;
  const fix = meant === undefined ? "Name an action of a stage that needs no reason." : `Did you mean ${meant}?`;
  const message =
    action === undefined ? `No stage has an action called ${at.value}.` : `${at.value} asks for a reason, and would happen by itself.`;
  yield { at, message, fix };
}
