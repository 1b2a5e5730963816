const WORDS: Readonly<Record<string, string>> = {
  C: "Charlie",
  D: "Delta",
  F: "Foxtrot",
  G: "Golf",
  H: "Hotel",
  J: "Juliet",
  K: "Kilo",
  M: "Mike",
  N: "November",
  P: "Papa",
  Q: "Quebec",
  R: "Romeo",
  T: "Tango",
  W: "Whisky",
  X: "X-ray",
  Y: "Yankee",
};

function said(group: string): string {
  return group
    .split("")
    .map((letter) => WORDS[letter] ?? letter)
    .join(" ");
}

/** A reference as it is said on the phone: `Kilo 7 Mike, 4 Tango X-ray, 9 Quebec Charlie`. */
export function spelled(reference: string): string {
  return reference.split("-").map(said).join(", ");
}
