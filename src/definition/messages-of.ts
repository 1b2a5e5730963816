import { CONFIRM_MESSAGES, defaultMessage } from "./default-messages.ts";
import { FrozenMap } from "./frozen.ts";
import { languageOf } from "./language-key.ts";
import type { MessageSource, Outline } from "./outline.ts";
import { present } from "./present.ts";
import type { MessageTemplate } from "./service.ts";
import { mapAt, textAt } from "./yaml/read.ts";

/** What is told on which occasion, in the order of the file, with the house text where the file says `default`. */
export function messagesOf(outline: Outline): ReadonlyMap<string, MessageTemplate> {
  const told = [...outline.messages].map(([id, source]) => [id, templateOf(id, source, outline)] as const);
  return new FrozenMap([...unsaid(outline), ...told]);
}

/** What is told of others who must confirm, whether the file speaks of it or not: nobody else would tell the person. */
function unsaid(outline: Outline): readonly (readonly [string, MessageTemplate])[] {
  if (mapAt(outline.root, "confirm") === undefined) return [];
  const missing = CONFIRM_MESSAGES.filter((id) => !outline.messages.has(id));
  return missing.map((id) => [id, defaultMessage(id, outline.language)] as const);
}

function templateOf(id: string, { node }: MessageSource, outline: Outline): MessageTemplate {
  if (node !== undefined) {
    const [subject, body] = [textAt(node, "subject") ?? "", textAt(node, "body") ?? ""];
    return present<MessageTemplate>({ subject, body, language: languageOf(node) });
  }
  const language = outline.language ?? "en";
  const own = (["received", ...CONFIRM_MESSAGES] as const).find((name) => name === id);
  if (own !== undefined) return defaultMessage(own, language);
  return defaultMessage(leadsToEnd(id, outline) ? "closed" : "moved", language);
}

/** Whether a stage, or the stage an action leads to, is one that no action leaves. */
function leadsToEnd(id: string, outline: Outline): boolean {
  const action = [...outline.stages.values()].flatMap((stage) => stage.actions.get(id) ?? [])[0];
  const stage = outline.stages.get(action === undefined ? id : (textAt(action.node, "to") ?? ""));
  return stage?.actions.size === 0;
}
