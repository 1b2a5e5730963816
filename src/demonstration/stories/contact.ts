import type { Chance } from "../chance.ts";
import { lastName, phone, resident } from "../residents.ts";
import type { Tell } from "../story.ts";
import { address, postcode, spot } from "../town.ts";

const BY_EMAIL = { web: 0.96, api: 0.9, phone: 0.72, desk: 0.55, chat: 0.9, email: 1, post: 0.1 } as const;

/** How people answer the questions that most services ask, whichever service it is. */
export const CONTACT: Readonly<Record<string, Tell>> = {
  your_name: ({ who }) => ({ first: who.first, last: who.last }),
  tell_by: ({ chance, channel }) => (chance.yes(BY_EMAIL[channel]) ? "email" : "post"),
  your_email: ({ who }) => who.email,
  your_address: ({ who }) => who.address,
  your_phone: ({ chance, who }) => (chance.yes(0.45) ? who.phone : null),
};

/** How people answer a question of a type, where nothing says what this one is about. */
export const BY_TYPE: Readonly<Record<string, Tell>> = {
  name: ({ chance, who }) => ({ first: who.first, last: chance.yes(0.7) ? who.last : lastName(chance) }),
  email: ({ who }) => who.email,
  phone: ({ chance }) => phone(chance),
  address: ({ chance }) => address(chance),
  postcode: ({ chance }) => postcode(chance),
  place: ({ chance }) => ({ text: spot(chance) }),
  people: ({ chance }) => people(chance),
};

/** One to three, with an address each. */
function people(chance: Chance) {
  const found = new Map(Array.from({ length: chance.whole(1, 3) }, () => resident(chance)).map((one) => [one.email, one]));
  return [...found.values()].map(({ first, last, email }) => ({ name: { first, last }, email }));
}
