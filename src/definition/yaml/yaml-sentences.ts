/** What the YAML library's error codes mean to a service designer, and the usual cure. */
export interface Sentence {
  readonly message: string;
  readonly fix: string;
}

const QUOTE: Sentence = {
  message: "There is a colon where a text was expected.",
  fix: 'Put a text that holds ": " in double quotes.',
};
const INDENT: Sentence = {
  message: "This line does not stand where its neighbours do.",
  fix: "Start keys that belong together in the same column, with spaces.",
};
const PROPERTY: Sentence = {
  message: "Anchors, aliases and tags (&name, *name, !tag) are not part of the language.",
  fix: "Write the value out, or put a text that starts with & * or ! in quotes.",
};

const SENTENCES: Readonly<Record<string, Sentence>> = {
  BAD_INDENT: INDENT,
  TAB_AS_INDENT: { message: "A tab is used to indent.", fix: "Use spaces instead of tabs." },
  BLOCK_AS_IMPLICIT_KEY: QUOTE,
  MULTILINE_IMPLICIT_KEY: { message: "A key runs over more than one line.", fix: 'Write each key on one line, followed by ": ".' },
  MISSING_CHAR: {
    message: "Something is missing here: a colon, a comma, a quotation mark or a closing bracket.",
    fix: "Close every quotation mark and bracket, and follow each key with a colon and a space.",
  },
  BAD_SCALAR_START: { message: "A text cannot start with this character.", fix: "Put the text in double quotes." },
  BAD_DQ_ESCAPE: {
    message: "A backslash in double quotes is followed by a character that means nothing there.",
    fix: "Write \\\\ for a backslash, or use single quotes.",
  },
  BLOCK_IN_FLOW: { message: "Lines with dashes or a | block cannot stand inside brackets.", fix: "Write it without the outer brackets." },
  KEY_OVER_1024_CHARS: { message: "A key is far too long.", fix: "Close the quotation mark or bracket before it." },
  ALIAS_PROPS: PROPERTY,
  BAD_ALIAS: PROPERTY,
  BAD_PROP_ORDER: PROPERTY,
  MULTIPLE_ANCHORS: PROPERTY,
  MULTIPLE_TAGS: PROPERTY,
  TAG_RESOLVE_FAILED: PROPERTY,
  BAD_DIRECTIVE: { message: "Lines that start with % are not part of the language.", fix: "Take the line out." },
};

const OTHERWISE: Sentence = {
  message: "This cannot be read here.",
  fix: "Look for a missing quotation mark, bracket or colon on this line or the one before.",
};

/** The sentence for an error code of the `yaml` package; a general one for codes it may add. */
export function sentenceFor(code: string): Sentence {
  return SENTENCES[code] ?? OTHERWISE;
}
