import { fileURLToPath } from "node:url";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

/**
 * The rules of html-validate's recommended set that `.htmlvalidate.json` turns off, and why. `valid-id` is relaxed to what HTML asks: an id
 * is the name of a field, and that of a part has a dot in it.
 */
export const RULES_OFF: Readonly<Record<string, string>> = {
  "attribute-empty-style": 'style only: `hidden` and `hidden=""` are the same',
  "form-dup-name": "checkboxes of one question share its name, and so do the box for a file and the ids of those that are there already",
  "input-attributes": "govuk-frontend puts autocapitalize on password boxes, for when its script shows the password as text",
  "long-title": "advice for search engines; a title here is the question, the service and the council",
  "no-redundant-role": "JAWS reads the hint and error of a date's fieldset only when its role is spelled out",
  "no-trailing-whitespace": "style only",
  "prefer-native-element": "govuk-frontend's links that look like buttons, and its regions, carry roles on purpose",
};

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const validator = new HtmlValidate(new FileSystemConfigLoader());

/** What html-validate says against a whole document, by the rules in `.htmlvalidate.json`: one sentence each, none when it is valid. */
export async function validateHtml(markup: string): Promise<string[]> {
  const report = await validator.validateString(markup, `${ROOT}page.html`);
  return report.results.flatMap((result) =>
    result.messages.map((message) => `${message.ruleId}: ${message.message} (${message.line}:${message.column}, ${message.selector})`),
  );
}
