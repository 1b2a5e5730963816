/** What reading a setting gives. A problem continues the setting's name: "must be a whole number". */
export type SettingReading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** One environment variable. */
export interface Setting<T> {
  readonly name: string;
  /** The text read where it is not set. */
  readonly fallback: string;
  /** For docs/reference/settings.md. */
  readonly about: string;
  /** Whether its value may hold a password. */
  readonly secret: boolean;
  read(given: string): SettingReading<T>;
}

export function text(name: string, fallback: string, about: string): Setting<string> {
  return { name, fallback, about, secret: false, read: (given) => ({ ok: true, value: given }) };
}

function readFolder(given: string): SettingReading<string> {
  return given.includes("\0") ? { ok: false, problem: "must be the path of a folder" } : { ok: true, value: given };
}

export function folder(name: string, fallback: string, about: string): Setting<string> {
  return { name, fallback, about, secret: false, read: readFolder };
}

export function whole(name: string, fallback: string, least: number, most: number, about: string): Setting<number> {
  const read = (given: string): SettingReading<number> => {
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if (value >= least && value <= most) return { ok: true, value };
    return { ok: false, problem: `must be a whole number from ${least} to ${most}` };
  };
  return { name, fallback, about, secret: false, read };
}

/** A whole number, or nothing. */
export function perhapsWhole(name: string, least: number, most: number, about: string): Setting<number | undefined> {
  const { read } = whole(name, "", least, most, about);
  return { name, fallback: "", about, secret: false, read: (given) => (given === "" ? { ok: true, value: undefined } : read(given)) };
}

function readOnOff(given: string): SettingReading<boolean> {
  if (["1", "true", "on", "yes"].includes(given.toLowerCase())) return { ok: true, value: true };
  if (["0", "false", "off", "no"].includes(given.toLowerCase())) return { ok: true, value: false };
  return { ok: false, problem: "must be 1 or 0" };
}

export function onOff(name: string, fallback: "0" | "1", about: string): Setting<boolean> {
  return { name, fallback, about, secret: false, read: readOnOff };
}

export function oneOf<const T extends string>(name: string, fallback: T, options: readonly T[], about: string): Setting<T> {
  const read = (given: string): SettingReading<T> => {
    const value = options.find((option) => option === given.toLowerCase());
    return value === undefined ? { ok: false, problem: `must be one of ${options.join(", ")}` } : { ok: true, value };
  };
  return { name, fallback, about: `${about} One of ${options.join(", ")}.`, secret: false, read };
}

/** A URL with one of these schemes. May hold a password. */
export function address(name: string, schemes: readonly string[], about: string): Setting<string | undefined> {
  const read = (given: string): SettingReading<string | undefined> => {
    if (given === "") return { ok: true, value: undefined };
    if (URL.canParse(given) && schemes.includes(new URL(given).protocol)) return { ok: true, value: given.replace(/\/+$/, "") };
    return { ok: false, problem: `must be an address that starts with ${schemes.map((scheme) => `${scheme}//`).join(" or ")}` };
  };
  return { name, fallback: "", about, secret: true, read };
}
