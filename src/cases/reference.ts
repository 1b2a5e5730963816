/**
 * References that can be read aloud: nine characters in threes, from an alphabet without look-alikes (no 0/O, 1/I/L, 5/S, 2/Z by
 * leaving out one of each pair) and without vowels, so that no word is spelt. The ninth is a check character.
 */
const ALPHABET = "2346789CDFGHJKMNPQRTWXY";
const BASE = ALPHABET.length;
const DRAWN = 8;
/** Letters that people write for one of ours. */
const MISTAKEN: Readonly<Record<string, string>> = { Z: "2", B: "8" };

// The alphabet's length is prime, so weights 1 to 8 catch every single wrong character and every swap of two.
function checkCharacter(drawn: string): string {
  let sum = 0;
  for (let i = 0; i < DRAWN; i++) sum += (i + 1) * ALPHABET.indexOf(drawn[i] ?? "");
  return ALPHABET[sum % BASE] ?? "";
}

/** A reference from at least 16 random bytes: `K7M-4TX-9QC`, one of 78 thousand million. */
export function makeReference(chance: Uint8Array): string {
  let drawn = "";
  // Two bytes a character keep the bias under 1 in 2,800.
  for (let i = 0; i < DRAWN; i++) drawn += ALPHABET[((chance[2 * i] ?? 0) * 256 + (chance[2 * i + 1] ?? 0)) % BASE];
  return grouped(drawn + checkCharacter(drawn));
}

function grouped(characters: string): string {
  return `${characters.slice(0, 3)}-${characters.slice(3, 6)}-${characters.slice(6)}`;
}

/** The reference a person meant, however they spaced or cased it; undefined where the check character says it is mistyped. */
export function readReference(typed: string): string | undefined {
  if (typed.length > 40) return undefined;
  const characters = typed
    .toUpperCase()
    .replaceAll(/[\s\-.–—]/g, "")
    .replaceAll(/[ZB]/g, (letter) => MISTAKEN[letter] ?? letter);
  if (characters.length !== DRAWN + 1) return undefined;
  for (const character of characters) if (!ALPHABET.includes(character)) return undefined;
  if (checkCharacter(characters.slice(0, DRAWN)) !== characters[DRAWN]) return undefined;
  return grouped(characters);
}
