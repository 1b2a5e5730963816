import type { Chance } from "./chance.ts";
import type { Address } from "./town.ts";
import { address } from "./town.ts";

const FIRST = (
  "Aisha Alan Alice Amelia Anil Anna Arthur Ayesha Barbara Ben Beth Blessing Brenda Brian Callum Carol Catherine Chidi Chloe Christine Claire Colin Connor " +
  "Daisy Daniel David Deborah Deepak Derek Dylan Edward Eleanor Elif Emily Emma Ewan Farah Fatima Fiona Florence Frank Freya Gareth Gemma George Grace " +
  "Graham Gurpreet Hannah Harpreet Harry Hassan Heather Helen Ian Imran Ingrid Isla Ivy Jack Jacqueline James Jamila Jan Jean Jessica Joan John Joseph Joyce " +
  "Karen Katarzyna Keith Kelly Kevin Kofi Laura Leah Lewis Liam Lily Linda Louise Lucy Malcolm Margaret Maria Mark Martin Mary Matthew Megan Mei Michael " +
  "Mohammed Molly Musa Nadia Naomi Natasha Neil Ngozi Niamh Nicola Nigel Oliver Olivia Olu Omar Oscar Owen Pamela Patricia Patrick Paul Pauline Peter Philip " +
  "Priya Rachel Raj Rebecca Rhys Richard Robert Rosa Rosie Ruth Ryan Sadia Sally Sam Samantha Sandra Sanjay Sarah Sean Sharon Shirley Siân Simon Sofia Sophie " +
  "Stephen Stuart Susan Suzanne Tariq Theo Thomas Tina Tracey Trevor Valerie Victoria Vikram Wendy William Yasmin Yusuf Zainab Zara Zoë"
).split(" ") as [string, ...string[]]; // Safe: the text above is not empty.

const LAST = (
  "Abbott Adeyemi Ahmed Akhtar Ali Allen Anderson Andrews Asante Atkinson Bailey Baker Banerjee Barnes Begum Bell Bennett Bianchi Booth Bowen Boyle Bradley " +
  "Brennan Brooks Brown Burns Butler Campbell Carr Carter Chan Chapman Chatterjee Chen Clark Clarke Cole Collins Cooper Cox Davies Dawson Dixon Doherty Douglas " +
  "Edwards Ellis Evans Farrell Fernandes Fisher Fletcher Foster Fraser Gallagher Gibson Gill Gordon Graham Grant Gray Green Griffiths Hall Hamilton Harris " +
  "Harrison Hart Harvey Hassan Henderson Hill Holmes Hopkins Howard Hughes Hunt Hussain Ibrahim Islam Iqbal Jackson Jenkins Johnson Jones Joshi Kaur Kelly " +
  "Kennedy Khan Khatun King Knight Kowalczyk Kumar Lam Lawrence Lee Lewis Lloyd MacDonald Mahmood Malik Marsh Marshall Martin Mason Mbeki McCarthy McKenzie " +
  "Mehta Mensah Miah Miller Mills Mistry Mitchell Moore Morgan Morris Murphy Murray Mwangi Nguyen Nowak Nwosu O'Brien O'Connor Okafor Okoro O'Neill Osei Owen " +
  "Palmer Parker Patel Pearson Perry Phillips Pope Powell Price Qureshi Rahman Rana Reid Reynolds Richards Roberts Robinson Rogers Rose Ross Russell Ryan Sahin " +
  "Saunders Scott Shah Sharma Shaw Simpson Singh Smith Stevens Stewart Stone Suleiman Sullivan Szymański Taylor Thomas Thompson Tran Turner Walker Wallace Walsh " +
  "Ward Watson Webb Wells West White Wilkinson Williams Wilson Wong Wood Woźniak Wright Yilmaz Young Zhang"
).split(" ") as [string, ...string[]]; // Safe: the text above is not empty.

/** Somebody who lives in Eastmere. Nobody does: the emails are of domains kept for examples, and the phones of ranges kept for drama. */
export interface Resident {
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly phone: string;
  readonly address: Address;
}

export function firstName(chance: Chance): string {
  return chance.pick(FIRST);
}

export function lastName(chance: Chance): string {
  return chance.pick(LAST);
}

/** A number of the ranges that Ofcom keeps for drama: 07700 900000 to 900999, and 01632 960000 to 960999. */
export function phone(chance: Chance): string {
  const last = String(chance.whole(0, 999)).padStart(3, "0");
  return chance.yes(0.7) ? `07700 900${last}` : `01632 960${last}`;
}

function plain(name: string): string {
  // The one letter of these names that has no accent to take off.
  const bare = name.replaceAll("ł", "l").normalize("NFD");
  return bare.replaceAll(/[^A-Za-z]/g, "").toLowerCase();
}

/** Somebody, whoever it is. */
export function resident(chance: Chance): Resident {
  const [first, last] = [firstName(chance), lastName(chance)];
  const [one, other] = [plain(first), plain(last)];
  const number = chance.whole(1, 99);
  const names = [`${one}.${other}`, `${one}${other}${number}`, `${one[0] ?? ""}.${other}${number}`, `${other}.${one}`] as const;
  const email = `${chance.pick(names)}@example.${chance.yes(0.6) ? "com" : "org"}`;
  return { first, last, email, phone: phone(chance), address: address(chance) };
}

/** The people of the demonstration. Some will come more than once. */
export function residents(chance: Chance, count: number): readonly [Resident, ...Resident[]] {
  return [resident(chance), ...Array.from({ length: count - 1 }, () => resident(chance))];
}
