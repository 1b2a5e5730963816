import { type Attributes, classes, type Plurals, translations } from "./attributes.ts";
import { content } from "./content.ts";
import { hint } from "./hint.ts";
import { type Html, html } from "./html.ts";
import { textarea, type TextareaOptions } from "./textarea.ts";

export interface CharacterCountOptions extends TextareaOptions {
  /** The most characters, or (which wins) the most words. */
  readonly maxlength?: string | number | undefined;
  readonly maxwords?: string | number | undefined;
  readonly countType?: string | undefined;
  /** The share of the limit, in percent, from which the count is shown. */
  readonly threshold?: string | number | undefined;
  readonly countMessage?: { readonly classes?: string | undefined } | undefined;
  /** Shown without scripts, `%{count}` standing for the limit. */
  readonly textareaDescriptionText?: string | undefined;
  readonly charactersUnderLimitText?: Plurals | undefined;
  readonly charactersAtLimitText?: string | undefined;
  readonly charactersOverLimitText?: Plurals | undefined;
  readonly wordsUnderLimitText?: Plurals | undefined;
  readonly wordsAtLimitText?: string | undefined;
  readonly wordsOverLimitText?: Plurals | undefined;
}

/** Several lines of text, with how much may still be written. */
export function characterCount(options: CharacterCountOptions): Html {
  const id = options.id || options.name;
  const limit = options.maxwords || options.maxlength;
  const countType = options.countType || (options.maxwords ? "words" : undefined);
  const description = options.textareaDescriptionText || `You can enter up to %{count} ${countType === "words" ? "words" : "characters"}`;
  const message = hint({
    text: limit ? description.replaceAll("%{count}", String(limit)) : undefined,
    id: `${id}-info`,
    classes: classes("govuk-character-count__message", options.countMessage?.classes),
  });
  const group = options.formGroup;
  return textarea({
    ...options,
    id,
    describedBy: `${id}-info`,
    formGroup: {
      classes: classes("govuk-character-count", group?.classes),
      attributes: { ...script(options, countType), ...words(options, Boolean(limit)), ...group?.attributes },
      beforeInput: group?.beforeInput,
      afterInput: { html: html`${message}${content(group?.afterInput)}` },
    },
    classes: classes("govuk-js-character-count", options.classes),
  });
}

/** What the script that counts has to know. */
function script(options: CharacterCountOptions, countType: string | undefined): Attributes {
  const out: Record<string, string | number> = { "data-module": "govuk-character-count" };
  const given = { maxlength: options.maxlength, maxwords: options.maxwords, threshold: options.threshold, "count-type": countType };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) out[`data-${name}`] = value;
  return out;
}

/** Without a limit here the script learns it elsewhere, and needs the sentence to put it in. */
function words(options: CharacterCountOptions, hasLimit: boolean): Attributes {
  const description = options.textareaDescriptionText;
  return translations({
    "textarea-description": !hasLimit && description ? { other: description } : undefined,
    "characters-under-limit": options.charactersUnderLimitText,
    "characters-at-limit": options.charactersAtLimitText,
    "characters-over-limit": options.charactersOverLimitText,
    "words-under-limit": options.wordsUnderLimitText,
    "words-at-limit": options.wordsAtLimitText,
    "words-over-limit": options.wordsOverLimitText,
  });
}
