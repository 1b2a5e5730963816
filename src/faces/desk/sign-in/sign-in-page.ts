import type { Problem } from "../../../answers/answer-type.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { insetText } from "../../../components/inset-text.ts";
import { passwordInput } from "../../../components/password-input.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import type { Visit } from "../../shared/visit.ts";
import { doorPage } from "../layout.ts";

export interface SignInPage {
  readonly key: string;
  readonly email: string;
  /** Where to go afterwards. */
  readonly to: string;
  readonly problems: readonly Problem[];
  readonly signedOut: boolean;
}

/** The door of the desk. */
export function signInPage(visit: Visit, { key, email, to, problems, signedOut }: SignInPage): string {
  const inputs = [
    html`<input type="hidden" name="to" value="${to}">`,
    input({
      id: "email",
      name: "email",
      type: "email",
      value: email,
      label: { text: "Email address" },
      autocomplete: "username",
      spellcheck: false,
      classes: "govuk-input--width-20",
      ...errorAt(problems, "email"),
    }),
    passwordInput({ id: "password", name: "password", label: { text: "Password" }, ...errorAt(problems, "password") }),
    button({ text: "Sign in" }),
  ];
  return doorPage(visit, {
    title: "Sign in",
    error: problems.length > 0,
    main: html`${problemSummary(problems)}${signedOut && insetText({ text: "You are signed out." })}<h1 class="govuk-heading-l">Staff sign in</h1>
${form({ key, action: "/desk/sign-in", body: inputs })}
<p class="govuk-body">If you have forgotten your password, ask your administrator for a new one. After 5 wrong passwords you cannot sign in for 15 minutes.</p>`,
  });
}
