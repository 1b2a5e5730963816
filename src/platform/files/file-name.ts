import type { FileType } from "./file-type.ts";

const LONGEST = 100;

// Control and format characters (which can turn the text round), and what file systems and headers give a meaning to.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029<>:"|?*\\/;`$&']+/gu;

/**
 * A name to show and to download under: no folders, no control characters, at most 100 characters, with an ending that
 * belongs to what the file is. It is never used as a path.
 */
export function cleanFileName(given: string, type: FileType): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const safe = last.replace(UNSAFE, " ").replace(/\s+/g, " ").trim();
  const dot = safe.lastIndexOf(".");
  const ending = dot < 0 ? "" : safe.slice(dot + 1).toLowerCase();
  const kept = type.endings.includes(ending) ? ending : (type.endings[0] ?? "");
  const stem = (dot > 0 ? safe.slice(0, dot) : safe).replace(/^[. ]+|[. ]+$/g, "") || "file";
  // By code points, so that no character is cut in half.
  const short = Array.from(stem).slice(0, LONGEST - kept.length - 1);
  return `${short.join("").trim()}.${kept}`;
}
