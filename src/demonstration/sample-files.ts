import sharp from "sharp";

import type { FileAnswer } from "../answers/answer-type.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { receiveFile } from "../platform/files/receive.ts";
import { noScanner } from "../platform/files/scanner.ts";
import type { Chance } from "./chance.ts";
import { pdf } from "./pdf.ts";

export type FileKind = "road" | "bill" | "certificate" | "drawing";
type StoredSample = Omit<FileAnswer, "id">;
/** Files to choose from for each kind, their bytes in the file store. */
export type SampleFiles = Readonly<Record<FileKind, readonly [StoredSample, ...StoredSample[]]>>;

interface Sample {
  readonly kind: FileKind;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Grey and rough with a dark patch: a road with a hole in it, from a telephone. */
async function road(chance: Chance): Promise<Buffer> {
  const [width, height] = [480, 360];
  const grey = chance.whole(105, 150);
  // A little noise again and again: chance for each dot of the picture would take longer than a hundred cases.
  const noise = Buffer.from(Array.from({ length: 4999 }, () => grey + chance.whole(-14, 14)));
  const pixels = Buffer.alloc(width * height, noise);
  const [across, down] = [chance.whole(70, 150), chance.whole(40, 80)];
  const hole = `<ellipse cx="${chance.whole(180, 300)}" cy="${chance.whole(150, 230)}" rx="${across}" ry="${down}" fill="#2b2a28" stroke="#55504a" stroke-width="9"/>`;
  const line = `<rect x="0" y="${chance.whole(20, 60)}" width="${width}" height="10" fill="#ded9cc" opacity="0.8"/>`;
  const marks = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${line}${hole}</svg>`);
  const picture = sharp(pixels, { raw: { width, height, channels: 1 } });
  return picture
    .toColourspace("srgb")
    .composite([{ input: marks }])
    .jpeg({ quality: 60 })
    .toBuffer();
}

/** A site plan: tanks, pipes and a drain. */
async function drawing(tanks: number): Promise<Buffer> {
  const circles = Array.from(
    { length: tanks },
    (_, index) => `<circle cx="${120 + 110 * index}" cy="130" r="42"/><path d="M${120 + 110 * index} 172V300"/>`,
  );
  const lines = `<rect x="20" y="20" width="600" height="400"/><path d="M60 300H560M60 360H560" stroke-dasharray="8 6"/>${circles.join("")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="440"><rect width="640" height="440" fill="#fff"/><g fill="none" stroke="#123" stroke-width="3">${lines}</g></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

async function samples(chance: Chance): Promise<readonly Sample[]> {
  const bill = [
    "EASTMERE BOROUGH COUNCIL",
    "Council tax bill",
    "",
    "This is a made-up document of the demonstration.",
    "It belongs to nobody.",
  ];
  const certificate = [
    "MERE MUTUAL INSURANCE",
    "Certificate of liability: dragons",
    "",
    "This is a made-up document of the demonstration.",
  ];
  return [
    { kind: "road", name: "IMG_0412.jpg", bytes: await road(chance) },
    { kind: "road", name: "pothole.jpg", bytes: await road(chance) },
    { kind: "road", name: "20260314_081502.jpg", bytes: await road(chance) },
    { kind: "bill", name: "council-tax-bill.pdf", bytes: pdf(bill) },
    { kind: "bill", name: "tenancy-agreement.pdf", bytes: pdf(["TENANCY AGREEMENT", ...bill.slice(2)]) },
    { kind: "certificate", name: "insurance.pdf", bytes: pdf(certificate) },
    { kind: "drawing", name: "site-layout.png", bytes: await drawing(2) },
    { kind: "drawing", name: "tanks-and-pipes.png", bytes: await drawing(4) },
  ];
}

/** Puts the files of the demonstration into the store, taken in as any other file. The bytes of no case may stay where the filling fails. */
export async function storeSampleFiles(files: FileStore, council: string, chance: Chance): Promise<SampleFiles> {
  const kept = await Promise.all((await samples(chance)).map((sample) => storeSample(files, council, sample)));
  const of = (kind: FileKind): readonly [StoredSample, ...StoredSample[]] => {
    const [first, ...others] = kept.filter((sample) => sample.kind === kind).map(({ stored }) => stored);
    if (first === undefined) throw new Error(`The demonstration has no file of the kind ${kind}`);
    return [first, ...others];
  };
  return { road: of("road"), bill: of("bill"), certificate: of("certificate"), drawing: of("drawing") };
}

async function storeSample(
  files: FileStore,
  council: string,
  { kind, bytes, name }: Sample,
): Promise<{ kind: FileKind; stored: StoredSample }> {
  // Our own bytes need no scan, and a first start does not wait for a scanner.
  const receipt = await receiveFile({ bytes, name, accept: "any" }, noScanner);
  if (!receipt.ok) throw new Error(`A file of the demonstration was refused: ${receipt.problem.code}`);
  const { sha256, size } = await files.put(council, receipt.file.bytes);
  return { kind, stored: { sha256, name: receipt.file.name, type: receipt.file.type, size } };
}
