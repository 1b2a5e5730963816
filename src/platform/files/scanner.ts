/** What looking for viruses found. Unavailable means that nobody looked: the file must not be kept. */
export type ScanOutcome =
  | { readonly kind: "clean" }
  | { readonly kind: "infected"; readonly name: string }
  | { readonly kind: "unavailable"; readonly code: string };

/** Port: something that looks for viruses. */
export interface Scanner {
  scan(bytes: Buffer): Promise<ScanOutcome>;
}

/** For installations without one. */
export const noScanner: Scanner = { scan: () => Promise.resolve({ kind: "clean" }) };
