import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content, hasMarkup } from "./content.ts";
import { type Html, html, raw, type Slot } from "./html.ts";

export interface ButtonOptions extends Content, Styled {
  readonly id?: string | undefined;
  /** A button without `href` sends its form ("submit") unless told otherwise. */
  readonly type?: "submit" | "button" | "reset" | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Makes it a link that looks like a button. */
  readonly href?: string | undefined;
  readonly preventDoubleClick?: boolean | undefined;
  /** The button that starts a service, with an arrow. */
  readonly isStartButton?: boolean | undefined;
}

const ARROW = raw(
  '<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false">' +
    '<path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>',
);

/** A button, or a link that looks like one. */
export function button(options: ButtonOptions): Html {
  const names = classes("govuk-button", options.classes, options.isStartButton && "govuk-button--start");
  const common = html` class="${names}" data-module="govuk-button"${attributes(options.attributes)}${attribute("id", options.id || undefined)}`;
  const arrow = options.isStartButton && ARROW;
  if (options.href) return html`<a href="${options.href}" role="button" draggable="false"${common}>${words(options)}${arrow}</a>`;
  const value = attribute("value", options.value || undefined);
  const name = attribute("name", options.name || undefined);
  const disabled = options.disabled && raw(' disabled aria-disabled="true"');
  const once = options.preventDoubleClick !== undefined && attribute("data-prevent-double-click", String(options.preventDoubleClick));
  return html`<button type="${options.type ?? "submit"}"${value}${name}${disabled}${once}${common}>${words(options)}${arrow}</button>`;
}

/** A start button lays its parts in a row, so markup in it has to be one part. */
function words(options: ButtonOptions): Slot {
  return options.isStartButton && hasMarkup(options.html) ? html`<span>${options.html}</span>` : content(options);
}
