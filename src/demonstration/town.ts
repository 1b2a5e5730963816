import type { Chance } from "./chance.ts";

/**
 * The streets of Eastmere, which is on no map. No postcode area of the United Kingdom is called EM, so no postcode of EM1 to EM9 is anybody's.
 */
const STREETS = [
  ["Mill Lane", "EM1 2AB"],
  ["Market Square", "EM1 1AA"],
  ["Bridge Street", "EM1 1BD"],
  ["High Street", "EM1 1EF"],
  ["Church Row", "EM1 2HJ"],
  ["Quay Street", "EM1 3LN"],
  ["Ropewalk", "EM1 3PQ"],
  ["Lantern Hill", "EM1 4RS"],
  ["Station Road", "EM1 4TU"],
  ["Foundry Street", "EM1 5WX"],
  ["Orchard Park", "EM2 1AB"],
  ["Apple Tree Close", "EM2 1DE"],
  ["Damson Way", "EM2 1FG"],
  ["Harbour Road", "EM2 2HJ"],
  ["Sailmakers Walk", "EM2 2LN"],
  ["Cormorant Drive", "EM2 3PQ"],
  ["Heron Gardens", "EM2 3RS"],
  ["Kingfisher Close", "EM2 3TU"],
  ["Saltmarsh Lane", "EM2 4WX"],
  ["Beacon Road", "EM2 5YZ"],
  ["Hillside Avenue", "EM3 1AB"],
  ["Windmill Rise", "EM3 1DE"],
  ["Larkfield Road", "EM3 2FG"],
  ["Meadow View", "EM3 2HJ"],
  ["Hawthorn Road", "EM3 3LN"],
  ["Rowan Close", "EM3 3PQ"],
  ["Elder Grove", "EM3 3RS"],
  ["Nether Lane", "EM3 4TU"],
  ["Castle Street", "EM4 1AB"],
  ["Weavers Court", "EM4 1DE"],
  ["Dyers Yard", "EM4 1FG"],
  ["St Anne's Road", "EM4 2HJ"],
  ["Abbey Road", "EM4 2LN"],
  ["Priory Crescent", "EM4 3PQ"],
  ["Cloister Way", "EM4 3RS"],
  ["Mere Road", "EM5 1AB"],
  ["Long Reach", "EM5 1DE"],
  ["Fenside", "EM5 2FG"],
  ["Drove End", "EM5 2HJ"],
  ["Pumphouse Lane", "EM5 3LN"],
  ["Coronation Terrace", "EM6 1AB"],
  ["Victoria Road", "EM6 1DE"],
  ["Albert Street", "EM6 2FG"],
  ["Jubilee Gardens", "EM6 2HJ"],
  ["Bevan Way", "EM6 3LN"],
] as const;

const LANDMARKS = [
  "the bus stop",
  "the post box",
  "the school gate",
  "the zebra crossing",
  "the railway bridge",
  "the corner shop",
  "the church",
  "the roundabout",
  "the library",
  "the pub",
  "the dentist",
  "the traffic lights",
  "the entrance to the park",
  "the fire station",
] as const;

const ELSEWHERE = [
  ["Norminster", "EM8 1AB"],
  ["Thornholme", "EM8 2DE"],
  ["Wexcombe", "EM8 3FG"],
  ["Great Ashby Fen", "EM9 1HJ"],
  ["Port Aldwick", "EM9 2LN"],
] as const;

/** An address as an answer holds it. */
export interface Address {
  readonly [part: string]: string;
  readonly line1: string;
  readonly line2: string;
  readonly town: string;
  readonly postcode: string;
}

export function address(chance: Chance): Address {
  const [street, postcode] = chance.pick(STREETS);
  const flat = chance.yes(0.12);
  const line1 = `${chance.whole(1, 140)} ${street}`;
  return { line1: flat ? `Flat ${chance.whole(1, 24)}` : line1, line2: flat ? line1 : "", town: "Eastmere", postcode };
}

/** An address in one of the fictional towns around. */
export function addressElsewhere(chance: Chance): Address {
  const [town, postcode] = chance.pick(ELSEWHERE);
  const [street] = chance.pick(STREETS);
  return { line1: `${chance.whole(1, 140)} ${street}`, line2: "", town, postcode };
}

export function street(chance: Chance): string {
  return chance.pick(STREETS)[0];
}

export function postcode(chance: Chance): string {
  return chance.pick(STREETS)[1];
}

export function landmark(chance: Chance): string {
  return chance.pick(LANDMARKS);
}

/** A place in words, as people write it. */
export function spot(chance: Chance): string {
  const [first, second] = [street(chance), street(chance)];
  const ways = [
    `Outside ${chance.whole(1, 140)} ${first}`,
    `${first}, near ${landmark(chance)}`,
    `${first}, opposite number ${chance.whole(1, 140)}`,
    `Where ${first} meets ${first === second ? "Ring Road" : second}`,
    `${first}, by ${landmark(chance)}, on the left going into town`,
  ] as const;
  return chance.pick(ways);
}

// In the sea off the east coast, so that the borough hides no real place on a map.
const MIDDLE = { latitude: 53.05, longitude: 0.62 } as const;

/** A point in the borough, to about a metre. */
export function point(chance: Chance): { readonly latitude: number; readonly longitude: number } {
  const near = (middle: number, reach: number): number => Math.round((middle + (chance.part() - 0.5) * reach) * 100_000) / 100_000;
  return { latitude: near(MIDDLE.latitude, 0.05), longitude: near(MIDDLE.longitude, 0.09) };
}
