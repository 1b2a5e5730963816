import type { Language } from "../language/language.ts";
import { mm } from "./measure.ts";
import type { Paper } from "./paper.ts";

/** A letter as it goes on paper, in the language of who reads it. */
export interface LetterSheet {
  readonly language: Language;
  /** Who sends it, and the lines of where they are. */
  readonly sender: string;
  readonly from: readonly string[];
  readonly colour: string;
  /** The lines of the postal address, with the name first. */
  readonly to: readonly string[];
  readonly day: string;
  /** "Your reference: ABC-DEF-GHJ". */
  readonly reference: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * Where the address shows through the window of a DL envelope (110 by 220 mm) as they are sold in Britain: the window is 90 mm wide and 35 mm high,
 * 20 mm from the left and 18 mm from the bottom, which is also the lowest that Royal Mail sorts by machine (its Premier Customer Guide). A sheet of A4
 * folded in three is 99 mm high and 210 mm wide and moves by 11 and 10 mm in it; what shows wherever it lies is from 20 to 100 mm across and from 57
 * to 81 mm down.
 */
export const WINDOW = { left: mm(22), top: mm(57.5), width: mm(76), height: mm(23.5) } as const;

/** What stands right of the window, and where the letter itself begins: below the first fold. */
const RIGHT = { left: mm(122), top: mm(14), width: mm(68) } as const;
const BELOW = mm(100);
const LINE = 1.17;
const LETTERS_A_LINE = 38;

/** The size in which an address fits the window, whatever its lines: 9.5 points where there are six or fewer. */
function sizeFor(lines: readonly string[]): number {
  const count = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 0);
  return Math.min(9.5, WINDOW.height / (count * LINE));
}

/** Writes a letter on pages of its own. */
export async function writeLetter(paper: Paper, letter: LetterSheet): Promise<void> {
  const { sender, from, to, day, reference, subject, body, language, colour } = letter;
  paper.newPage();
  paper.band(colour, mm(5));
  await paper.part(() => {
    paper.text(sender, { size: 13, bold: true, box: { x: mm(20), y: mm(14), width: mm(95) } });
    paper.text(from.join("\n"), { size: 9, box: { x: RIGHT.left, y: RIGHT.top, width: RIGHT.width } });
    paper.text(to.join("\n"), { size: sizeFor(to), box: { x: WINDOW.left, y: WINDOW.top, width: WINDOW.width } });
    paper.y = BELOW;
    paper.text(`${day}\n${reference}`);
    paper.y += mm(3);
    paper.heading("H1", subject, 13);
    for (const paragraph of body.split(/\n{2,}/)) paper.text(paragraph, { size: 11 });
  }, language);
}
