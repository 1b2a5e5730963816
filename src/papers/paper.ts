import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

import type PdfDocument from "pdfkit";

import type { Language } from "../language/language.ts";
import { Slots } from "../platform/slots.ts";
import { mm } from "./measure.ts";
import { isRightToLeft, paperText, wordsFromLeft } from "./paper-text.ts";

/** What a document is called, and in which language and whose it is. */
export interface PaperHead {
  readonly title: string;
  readonly language: Language;
  /** The council: its name, and its colour as `#rrggbb`. */
  readonly council: { readonly name: string; readonly colour: string };
  readonly madeAt: Date;
  /** What stands at the foot of a page, from 1; empty for nothing. */
  readonly foot: (page: number, pages: number) => string;
}

type Document = InstanceType<typeof PdfDocument>;
type Element = ReturnType<Document["struct"]>;

/** A box of its own on a page, measured from its upper left corner in points; without it a text follows the one before. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly quiet?: boolean;
  readonly box?: Box;
}

const LOCALES = { en: "en-GB", cy: "cy-GB" } as const;
const INK = "#0b0c0c";
const QUIET = "#505a5f";
const SIZE = 10;
const HEADINGS = { H1: 18, H2: 13, H3: 10.5 } as const;
const SIDE = mm(20);
const KEY_WIDTH = mm(52);

// A library of 30 MB and a font: loaded with the first paper, which a start need not pay.
let loading: Promise<{ readonly Pdf: typeof PdfDocument; readonly plain: Buffer; readonly bold: Buffer }> | undefined;

function font(name: string): Promise<Buffer> {
  return readFile(fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)));
}

async function load() {
  const [{ default: Pdf }, plain, bold] = await Promise.all([import("pdfkit"), font("DejaVuSans"), font("DejaVuSans-Bold")]);
  return { Pdf, plain, bold };
}

// A paper of hundreds of pages takes a second and 80 MB; pages are answered in between.
const atOnce = new Slots(1);

/** A paper under way: what is written into it follows what is there, page after page, and is tagged as what it is. */
export class Paper {
  readonly #document: Document;
  readonly #root: Element;
  #within: Element;

  constructor(document: Document) {
    this.#document = document;
    this.#root = document.struct("Document");
    this.#within = this.#root;
    document.addStructure(this.#root);
  }

  newPage(): void {
    this.#document.addPage();
  }

  /** The pages so far. */
  get pages(): number {
    return this.#document.bufferedPageRange().count;
  }

  get y(): number {
    return this.#document.y;
  }

  set y(points: number) {
    this.#document.y = points;
  }

  /** Puts what `fill` writes together as one part, in a language of its own where it has one. Pages of others are answered after it. */
  async part(fill: () => void, language?: Language): Promise<void> {
    const outer = this.#within;
    this.#within = this.#document.struct("Sect", language === undefined ? {} : { lang: LOCALES[language] });
    outer.add(this.#within);
    fill();
    this.#within.end();
    this.#within = outer;
    await new Promise((resolve) => setImmediate(resolve));
  }

  heading(level: keyof typeof HEADINGS, text: string, size: number = HEADINGS[level]): void {
    // A heading is not left alone at the foot of a page.
    if (this.#room() < mm(25)) this.newPage();
    this.#document.y += level === "H1" ? 0 : 8;
    this.#tagged(this.#within, level, text, { size, bold: true });
    this.#document.y += 4;
  }

  text(text: string, style: TextStyle = {}): void {
    this.#tagged(this.#within, "P", text, style);
    if (style.box === undefined) this.#document.y += 4;
  }

  /** Facts with their values side by side, tagged as a list of labels and what they label. */
  rows(rows: readonly (readonly [key: string, value: string])[]): void {
    const list = this.#document.struct("L");
    this.#within.add(list);
    for (const [key, value] of rows) this.#row(list, key, value);
    list.end();
  }

  #row(list: Element, key: string, value: string): void {
    const document = this.#document;
    const size = SIZE - 0.5;
    document.font("bold").fontSize(size);
    const width = KEY_WIDTH - mm(4);
    const keyText = paperText(key);
    if (this.#room() < Math.min(document.heightOfString(keyText, { width }), mm(120)) + mm(6)) this.newPage();
    const item = document.struct("LI");
    list.add(item);
    const top = document.y;
    const page = this.pages;
    this.#tagged(item, "Lbl", key, { size, bold: true, box: { x: SIDE, y: top, width } });
    const keyEnd = this.pages === page ? document.y : top;
    const left = SIDE + KEY_WIDTH;
    this.#tagged(item, "LBody", value, {
      size,
      box: { x: left, y: this.pages === page ? top : document.y, width: document.page.width - SIDE - left },
    });
    if (this.pages === page) document.y = Math.max(document.y, keyEnd);
    item.end();
    document.x = SIDE;
    document.y += 4;
  }

  /** A band across the page in a colour, which says nothing and is not read out. */
  band(colour: string, height: number): void {
    const document = this.#document;
    document.markContent("Artifact", { type: "Layout" });
    document.rect(0, 0, document.page.width, height).fill(colour);
    document.endMarkedContent();
  }

  #room(): number {
    const { page, y } = this.#document;
    return page.height - page.margins.bottom - y;
  }

  #tagged(within: Element, tag: string, given: string, { size = SIZE, bold = false, quiet = false, box }: TextStyle): void {
    const document = this.#document;
    const text = paperText(given);
    const turned = isRightToLeft(text);
    const write = (): void => {
      document
        .font(bold ? "bold" : "plain")
        .fontSize(size)
        .fillColor(quiet ? QUIET : INK);
      const width = box?.width ?? document.page.width - 2 * SIDE;
      if (box !== undefined) document.y = box.y;
      document.x = box?.x ?? SIDE;
      if (turned) for (const line of this.#lines(text, width)) this.#line(line, width);
      else document.text(text === "" ? " " : text, { width });
      document.x = SIDE;
    };
    // Whoever has it read out hears it in the order in which it was written.
    within.add(document.struct(tag, turned ? { actual: text } : {}, write));
  }

  /** A line of its own, which is not broken further. */
  #line(line: string, width: number): void {
    const document = this.#document;
    const { x } = document;
    if (this.#room() < document.currentLineHeight()) this.newPage();
    document.text(line, x, document.y, { lineBreak: false, width });
    document.x = x;
  }

  /** The lines of a text that is written from the right, or partly so. */
  #lines(text: string, width: number): readonly string[] {
    return text.split("\n").flatMap((paragraph) => {
      const lines: string[][] = [[]];
      for (const word of paragraph.split(" ")) {
        const line = lines.at(-1) ?? [];
        if (line.length > 0 && this.#document.widthOfString([...line, word].join(" ")) > width) lines.push([word]);
        else line.push(word);
      }
      return lines.map((line) => wordsFromLeft(line).join(" "));
    });
  }

  /** Ends the paper: every page gets its foot, and what was made begins to flow. */
  finish({ foot }: PaperHead): void {
    const document = this.#document;
    const { start, count } = document.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      const words = paperText(foot(index + 1, count));
      if (words === "") continue;
      document.switchToPage(start + index);
      document.markContent("Artifact", { type: "Pagination" });
      // Below the margin a text would begin a page of its own.
      document.page.margins.bottom = 0;
      document.font("plain").fontSize(8).fillColor(QUIET);
      document.text(words, SIDE, document.page.height - mm(12), { lineBreak: false });
      document.endMarkedContent();
    }
    this.#root.end();
    document.end();
  }
}

/** Makes a paper as it is read: A4, tagged (PDF/UA), with its fonts in it. What `fill` throws ends the stream. */
export async function paperStream(head: PaperHead, fill: (paper: Paper) => Promise<void>): Promise<Readable> {
  loading ??= load();
  const { Pdf, plain, bold } = await loading;
  const taken = await atOnce.take(1);
  const document = new Pdf({
    size: "A4",
    margins: { top: mm(18), bottom: mm(20), left: SIDE, right: SIDE },
    pdfVersion: "1.7",
    // As the library has it; the types that are kept beside it do not name it.
    subset: "PDF/UA" as "PDF/A-1a",
    tagged: true,
    lang: LOCALES[head.language],
    displayTitle: true,
    // No font but the two that are embedded.
    font: "",
    autoFirstPage: false,
    bufferPages: true,
    info: { Title: paperText(head.title), Author: head.council.name, CreationDate: head.madeAt },
  });
  document.registerFont("plain", plain);
  document.registerFont("bold", bold);
  const paper = new Paper(document);
  void fill(paper)
    .then(() => paper.finish(head))
    .catch((error: unknown) => document.destroy(error instanceof Error ? error : new Error("A paper could not be made")))
    .finally(() => atOnce.give(taken));
  return document;
}
