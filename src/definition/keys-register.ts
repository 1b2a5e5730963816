import { CELL_KINDS } from "../registers/register.ts";
import type { Level, LevelName } from "./key.ts";
import { LINE, mapOf, named } from "./key.ts";

export const REGISTER_LEVELS = {
  register: {
    register: { shape: named("hyphen"), required: true, about: "The register's name: the same as the files'." },
    about: { shape: LINE, about: "What its rows are, in a few words." },
    key: { shape: named("underscore"), required: true, about: "The column that tells rows apart; it is what systems send." },
    label: { shape: named("underscore"), required: true, about: "The column that people read and search." },
    welsh: { shape: named("underscore"), about: "The column with the label in Welsh." },
    columns: {
      shape: mapOf("underscore", { kind: "word", values: CELL_KINDS }),
      about:
        "The other columns that services show and rules read: name to what it holds. A name is the heading in lower case, with underscores.",
    },
  },
} as const satisfies Partial<Record<LevelName, Level>>;
