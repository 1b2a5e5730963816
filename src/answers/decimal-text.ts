const DECIMAL = /^([-−–+]?)(\d{1,18}|\d{1,3}(?:,\d{3}){1,5})?(?:\.(\d{0,12}))?$/;

/** A number as people type it: "1,234.50", "-3", ".5". Null where it is none. `decimals` counts the digits after the point but for zeros at the end. */
export function parseDecimal(text: string): { readonly value: number; readonly decimals: number } | null {
  const found = DECIMAL.exec(text.replaceAll(" ", ""));
  if (found === null) return null;
  const [, sign = "", whole = "", part = ""] = found;
  if (whole === "" && part === "") return null;
  const size = Number(`${whole.replaceAll(",", "") || "0"}.${part || "0"}`);
  return { value: sign === "" || sign === "+" || size === 0 ? size : -size, decimals: part.replace(/0+$/, "").length };
}

/** A number in digits, without an exponent: the reverse of `parseDecimal` for what it reads; a text that is no number for others. */
export function writeDecimal(value: number): string {
  return Object.is(value, -0) ? "0" : String(value);
}
