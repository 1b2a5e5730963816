import { type Attributes, attribute, attributes, classes, type Plurals, type Styled, translations } from "./attributes.ts";
import { besideInput, type FieldOptions, formGroup, notes } from "./form-group.ts";
import { type Html, html } from "./html.ts";
import { label, type LabelOptions } from "./label.ts";

export interface FileUploadOptions extends FieldOptions, Styled {
  /** The name when absent. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly disabled?: boolean | undefined;
  readonly multiple?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label?: LabelOptions | undefined;
  /** With scripts on: a large area that files can be dropped on. axe faults its button (label-content-name-mismatch), so our pages leave it off. */
  readonly javascript?: boolean | undefined;
  readonly wrapperClasses?: string | undefined;
  readonly wrapperAttributes?: Attributes | undefined;
  readonly chooseFilesButtonText?: string | undefined;
  readonly noFileChosenText?: string | undefined;
  readonly multipleFilesChosenText?: Plurals | undefined;
  readonly dropInstructionText?: string | undefined;
  readonly enteredDropZoneText?: string | undefined;
  readonly leftDropZoneText?: string | undefined;
}

/** Chooses a file from the person's device. */
export function fileUpload(options: FileUploadOptions): Html {
  const id = options.id || options.name;
  const { markup, describedBy } = notes(options, id, options.describedBy);
  const names = classes("govuk-file-upload", options.classes, options.errorMessage && "govuk-file-upload--error");
  const state = html`${attribute("disabled", options.disabled)}${attribute("multiple", options.multiple)}${attribute("aria-describedby", describedBy)}${attributes(options.attributes)}`;
  const box = html`<input class="${names}" id="${id}" name="${options.name}" type="file"${state}>`;
  const heading = label({ ...options.label, for: id });
  return formGroup(options, html`${heading}${markup}${besideInput(options.formGroup, options.javascript ? dropArea(options, box) : box)}`);
}

function dropArea(options: FileUploadOptions, box: Html): Html {
  const words = translations({
    "choose-files-button": options.chooseFilesButtonText,
    "no-file-chosen": options.noFileChosenText,
    "multiple-files-chosen": options.multipleFilesChosenText,
    "drop-instruction": options.dropInstructionText,
    "entered-drop-zone": options.enteredDropZoneText,
    "left-drop-zone": options.leftDropZoneText,
  });
  const names = classes("govuk-file-upload-wrapper", options.wrapperClasses);
  return html`<div class="${names}" data-module="govuk-file-upload"${attributes(words)}${attributes(options.wrapperAttributes)}>${box}</div>`;
}
