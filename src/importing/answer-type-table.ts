/** How a type of another form engine is said here. */
export interface TypeMap {
  readonly type: string;
  /** What changes by it, for the report; absent where nothing does. */
  readonly loses?: string;
}

/**
 * The whole map from the dialects' types to answer types, in one place: when an answer type is added, change its rows here. What `loses`
 * says goes into the report for each question of that type.
 */
export const COMPONENT_TYPES: Readonly<Record<string, TypeMap>> = {
  TextField: { type: "text" },
  MultilineTextField: { type: "long-text" },
  FreeTextField: { type: "long-text" },
  YesNoField: { type: "yes-no" },
  DateField: { type: "date" },
  DatePartsField: { type: "date" },
  DatePartsfield: { type: "date" },
  DateTimeField: { type: "text", loses: "a date with a time is asked as text, for example 1 April 2026 at 10:30" },
  DateTimePartsField: { type: "text", loses: "a date with a time is asked as text, for example 1 April 2026 at 10:30" },
  TimeField: { type: "time" },
  MonthYearField: { type: "month-and-year" },
  SelectField: { type: "choice" },
  RadiosField: { type: "choice" },
  AutocompleteField: { type: "choice", loses: "it no longer completes while typing; it is a list to select from" },
  CheckboxesField: { type: "choices" },
  NumberField: { type: "number" },
  UkAddressField: { type: "address" },
  TelephoneNumberField: { type: "phone" },
  EmailAddressField: { type: "email" },
  WebsiteField: { type: "text", loses: "a web address is asked as text and not checked" },
  FileUploadField: { type: "files" },
  ClientSideFileUploadField: { type: "files" },
  MultiInputField: { type: "group" },
  DeclarationField: { type: "declaration" },
  EastingNorthingField: { type: "place", loses: "an easting and northing is asked as a place, in words or by coordinates" },
  OsGridRefField: { type: "place", loses: "a grid reference is asked as a place, in words or by coordinates" },
  NationalGridFieldNumberField: { type: "text", loses: "a field number is asked as text and not checked" },
  LatLongField: { type: "place", loses: "a latitude and longitude is asked as a place, in words or by coordinates" },
  GeospatialField: { type: "place", loses: "a shape drawn on a map is asked as one place" },
};

export const XLSFORM_TYPES: Readonly<Record<string, TypeMap>> = {
  text: { type: "text" },
  integer: { type: "number" },
  decimal: { type: "number" },
  range: { type: "number", loses: "the slider becomes a box for a number" },
  select_one: { type: "choice" },
  select_one_external: { type: "choice" },
  select_multiple: { type: "choices" },
  rank: { type: "choices", loses: "all options had to be put in order; here a person chooses them in order and may leave some out" },
  date: { type: "date" },
  time: { type: "time" },
  dateTime: { type: "text", loses: "a date with a time is asked as text, for example 1 April 2026 at 10:30" },
  geopoint: { type: "place" },
  geotrace: { type: "place", loses: "a line on a map is asked as one place" },
  geoshape: { type: "place", loses: "an area on a map is asked as one place" },
  image: { type: "files" },
  file: { type: "files" },
  audio: { type: "files", loses: "a sound recording is asked as any file" },
  video: { type: "files", loses: "a video is asked as any file" },
  barcode: { type: "text", loses: "a barcode is typed instead of scanned" },
  acknowledge: { type: "declaration" },
};
