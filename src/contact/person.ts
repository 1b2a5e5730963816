import type { Sight } from "../councils/sight.ts";

/** Somebody known at the desk. A record says which journeys are one person's; each case keeps what its person said. */
export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string | null;
  readonly phone: string | null;
  /** Lines, without the postcode. */
  readonly address: readonly string[];
  readonly postcode: string | null;
  /** The record that took its place. */
  readonly mergedInto: string | null;
}

/** What an officer types of a person. */
export type PersonDetails = Pick<PersonRecord, "name" | "email" | "phone" | "address" | "postcode">;

/** Who asks: the council, and which of its cases they see. */
export interface Asker {
  readonly council: string;
  readonly sight: Sight;
}
