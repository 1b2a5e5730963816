import { classes, type Styled, translations } from "./attributes.ts";
import { button } from "./button.ts";
import { content } from "./content.ts";
import type { FieldOptions } from "./form-group.ts";
import { type Html, html } from "./html.ts";
import { input } from "./input.ts";
import type { LabelOptions } from "./label.ts";

export interface PasswordInputOptions extends FieldOptions, Styled {
  /** The name when absent. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label?: LabelOptions | undefined;
  readonly autocomplete?: string | undefined;
  readonly button?: { readonly classes?: string | undefined } | undefined;
  readonly showPasswordText?: string | undefined;
  readonly hidePasswordText?: string | undefined;
  readonly showPasswordAriaLabelText?: string | undefined;
  readonly hidePasswordAriaLabelText?: string | undefined;
  readonly passwordShownAnnouncementText?: string | undefined;
  readonly passwordHiddenAnnouncementText?: string | undefined;
}

/** A password, with a button (when scripts are on) that shows it. */
export function passwordInput(options: PasswordInputOptions): Html {
  const id = options.id || options.name;
  const group = options.formGroup;
  return input({
    id,
    name: options.name,
    label: options.label,
    hint: options.hint,
    errorMessage: options.errorMessage,
    value: options.value,
    disabled: options.disabled,
    describedBy: options.describedBy,
    attributes: options.attributes,
    type: "password",
    spellcheck: false,
    autocapitalize: "none",
    autocomplete: options.autocomplete || "current-password",
    classes: classes("govuk-password-input__input govuk-js-password-input-input", options.classes),
    inputWrapper: { classes: "govuk-password-input__wrapper" },
    formGroup: {
      classes: classes("govuk-password-input", group?.classes),
      attributes: { "data-module": "govuk-password-input", ...words(options), ...group?.attributes },
      beforeInput: group?.beforeInput,
      afterInput: { html: html`${toggle(options, id)}${content(group?.afterInput)}` },
    },
  });
}

function toggle(options: PasswordInputOptions, id: string): Html {
  return button({
    type: "button",
    classes: classes("govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle", options.button?.classes),
    text: options.showPasswordText ?? "Show",
    attributes: { "aria-controls": id, "aria-label": options.showPasswordAriaLabelText ?? "Show password", hidden: "" },
  });
}

function words(options: PasswordInputOptions) {
  return translations({
    "show-password": options.showPasswordText,
    "hide-password": options.hidePasswordText,
    "show-password-aria-label": options.showPasswordAriaLabelText,
    "hide-password-aria-label": options.hidePasswordAriaLabelText,
    "password-shown-announcement": options.passwordShownAnnouncementText,
    "password-hidden-announcement": options.passwordHiddenAnnouncementText,
  });
}
