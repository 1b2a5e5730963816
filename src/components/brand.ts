/** Red, green and blue, each 0 to 255. */
type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** WCAG 2.2, success criterion 1.4.3: normal text. */
const LEAST_CONTRAST = 4.5;

/**
 * The council's stylesheet: nothing but govuk-frontend's documented colour properties, made from one colour given as `#rrggbb`.
 * White text stands on the colour in the header, so null when it would have less than 4.5:1, or when it is no such colour.
 */
export function brandCss(colour: string): string | null {
  const brand = parse(colour);
  if (brand === null || contrastOf(brand, WHITE) < LEAST_CONTRAST) return null;
  const surface = mix(brand, WHITE, 0.95);
  const link = readableOn(surface, brand);
  const colours = {
    "brand-colour": brand,
    "link-colour": link,
    "link-hover-colour": mix(link, BLACK, 0.4),
    "surface-background-colour": surface,
    "surface-border-colour": mix(brand, WHITE, 0.5),
    "template-background-colour": surface,
  };
  const lines = Object.entries(colours).map(([name, value]) => `  --govuk-${name}: ${hex(value)};\n`);
  return `:root {\n${lines.join("")}}\n`;
}

/** The contrast of two colours given as `#rrggbb`, from 1 to 21, as WCAG 2.2 defines it; null when one is no colour. */
export function contrast(one: string, other: string): number | null {
  const a = parse(one);
  const b = parse(other);
  return a === null || b === null ? null : contrastOf(a, b);
}

function parse(colour: string): Rgb | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null;
  const at = (from: number) => Number.parseInt(colour.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** `share` of the second colour in the first, 0 to 1. */
function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (i: 0 | 1 | 2) => Math.round(one[i] * (1 - share) + other[i] * share);
  return [part(0), part(1), part(2)];
}

/** The colour, darkened as little as makes it readable: what passes on white may just fail on a tint. */
function readableOn(background: Rgb, colour: Rgb): Rgb {
  let out = colour;
  for (let share = 0.05; contrastOf(out, background) < LEAST_CONTRAST; share += 0.05) out = mix(colour, BLACK, share);
  return out;
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrastOf(one: Rgb, other: Rgb): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
