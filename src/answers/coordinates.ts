/** A point in degrees (WGS 84). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const TYPED = /^([+-]?\d{1,2}\.\d{1,15}) ?°? ?([NS]?) ?[, ;] ?([+-]?\d{1,3}\.\d{1,15}) ?°? ?([EW]?)$/i;

/** Round the United Kingdom: from Scilly to Shetland, from Fermanagh to Lowestoft. */
const BOUNDS = { south: 49, north: 61, west: -9, east: 2.5 } as const;

/** A text that is two coordinates, latitude first: "51.5034, -0.1276", "51.5034° N, 0.1276° W". Null for any other text. */
export function parsePoint(text: string): Point | null {
  const found = TYPED.exec(text.replaceAll("−", "-"));
  if (found === null) return null;
  const [, north, side, east, half] = found;
  return pointOf(signed(Number(north), side, "S"), signed(Number(east), half, "W"));
}

function signed(degrees: number, side: string | undefined, negative: "S" | "W"): number {
  return side?.toUpperCase() === negative ? -Math.abs(degrees) : degrees;
}

/** To six digits after the point, a tenth of a metre. Adding 0 turns -0 into 0. */
export function pointOf(latitude: number, longitude: number): Point {
  return { latitude: Math.round(latitude * 1e6) / 1e6 + 0, longitude: Math.round(longitude * 1e6) / 1e6 + 0 };
}

/** "51.5034, -0.1276": `parsePoint` reads it back. */
export function pointText({ latitude, longitude }: Point): string {
  return `${degrees(latitude)}, ${degrees(longitude)}`;
}

function degrees(value: number): string {
  return value.toFixed(6).replace(/(\.\d+?)0+$/, "$1");
}

export function isInside({ latitude, longitude }: Point): boolean {
  return latitude >= BOUNDS.south && latitude <= BOUNDS.north && longitude >= BOUNDS.west && longitude <= BOUNDS.east;
}
