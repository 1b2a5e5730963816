import type { Problem } from "../../answers/answer-type.ts";
import { errorSummary } from "../../components/error-summary.ts";
import type { Html, Slot } from "../../components/html.ts";
import { html } from "../../components/html.ts";

/** A form that posts to its own address unless told, with its one-time key. */
export function form(options: { readonly key: string; readonly body: Slot; readonly action?: string; readonly files?: boolean }): Html {
  const action = options.action !== undefined && html` action="${options.action}"`;
  const encoding = options.files === true && html` enctype="multipart/form-data"`;
  return html`<form method="post"${action}${encoding} novalidate><input type="hidden" name="key" value="${options.key}">${options.body}</form>`;
}

/** All that is wrong, linked to the fields. Empty where nothing is. */
export function problemSummary(problems: readonly Problem[], idOf: (field: string) => string = (field) => field): Slot {
  if (problems.length === 0) return undefined;
  const errorList = problems.map(({ field, message }) => ({ text: message, href: `#${idOf(field)}` }));
  return errorSummary({ titleText: "There is a problem", errorList });
}
