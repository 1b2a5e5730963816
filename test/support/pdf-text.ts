import { inflateSync } from "node:zlib";

/** A piece of text as it stands on a page: from the left and from the top, in millimetres. */
export interface PdfPiece {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

export interface ReadPdf {
  /** Of each page, its pieces in the order in which they were written. */
  readonly pages: readonly (readonly PdfPiece[])[];
  /** All text, page after page. */
  readonly text: string;
  /** The document without its streams: its dictionaries as they are written. */
  readonly dictionaries: string;
}

const A4 = 841.89;

/** Reads a PDF as our own library writes it, which is far from all that a PDF may be. */
export function readPdf(bytes: Buffer): ReadPdf {
  const raw = bytes.toString("latin1");
  const objects = new Map<string, { readonly dictionary: string; readonly stream: string }>();
  for (const [, id = "", body = ""] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [dictionary = "", rest] = body.split(/\nstream\r?\n/, 2);
    const stream = rest === undefined ? Buffer.alloc(0) : Buffer.from(rest.replace(/\nendstream[\s\S]*$/, ""), "latin1");
    objects.set(id, {
      dictionary,
      stream: dictionary.includes("FlateDecode") ? inflateSync(stream).toString("latin1") : stream.toString("latin1"),
    });
  }
  const dictionaryOf = (id: string | undefined): string => objects.get(id ?? "")?.dictionary ?? "";
  const streamOf = (id: string | undefined): string => objects.get(id ?? "")?.stream ?? "";
  const all = [...objects.values()].map(({ dictionary }) => dictionary).join("\n");
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name = "", id] of all.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    fonts.set(name, lettersIn(streamOf(/\/ToUnicode (\d+) 0 R/.exec(dictionaryOf(id))?.[1])));
  }
  const kids =
    /\/Kids \[([^\]]*)\]/.exec([...objects.values()].find(({ dictionary }) => /\/Type \/Pages/.test(dictionary))?.dictionary ?? "")?.[1] ??
    "";
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const contents = /\/Contents (\d+) 0 R/.exec(dictionaryOf(id))?.[1];
    return piecesIn(streamOf(contents), fonts);
  });
  return { pages, text: pages.flatMap((page) => page.map(({ text }) => text)).join("\n"), dictionaries: all };
}

/** Which letters the glyphs of a font stand for. */
function lettersIn(map: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = "", list = ""] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    for (const [index, [, hex = ""]] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      const glyph = (Number.parseInt(from, 16) + index).toString(16).padStart(4, "0");
      letters.set(glyph, Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le"));
    }
  }
  return letters;
}

function piecesIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): readonly PdfPiece[] {
  const pieces: PdfPiece[] = [];
  for (const [, block = ""] of content.matchAll(/\bBT\n([\s\S]*?)\nET\b/g)) {
    const font = fonts.get(/\/(F\d+) /.exec(block)?.[1] ?? "");
    const [, x = "0", y = "0"] = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/.exec(block) ?? [];
    const hex = [...block.matchAll(/<([0-9a-f]+)>/gi)].map(([, part = ""]) => part).join("");
    const text = (hex.match(/.{4}/g) ?? []).map((glyph) => font?.get(glyph.toLowerCase()) ?? "\ufffd").join("");
    pieces.push({ text, left: toMm(Number(x)), top: toMm(A4 - Number(y)) });
  }
  return pieces;
}

function toMm(points: number): number {
  return (points * 25.4) / 72;
}
