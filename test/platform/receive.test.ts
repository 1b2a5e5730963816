import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";

import sharp from "sharp";

import { contentHeaders } from "../../src/platform/files/content-headers.ts";
import type { Accept, ReceivedFile } from "../../src/platform/files/receive.ts";
import { LARGEST_FILE, receiveFile } from "../../src/platform/files/receive.ts";
import { noScanner } from "../../src/platform/files/scanner.ts";
import { zip } from "../support/zip.ts";

async function kept(bytes: Buffer, name: string, accept: Accept = "any"): Promise<ReceivedFile> {
  const receipt = await receiveFile({ bytes, name, accept }, noScanner);
  assert(receipt.ok, receipt.ok ? "" : receipt.problem.code);
  return receipt.file;
}

async function refused(bytes: Buffer | AsyncIterable<Uint8Array>, accept: Accept = "any", name = "proof.pdf"): Promise<string> {
  const receipt = await receiveFile({ bytes, name, accept }, noScanner);
  return receipt.ok ? "kept" : receipt.problem.code;
}

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#c33" } });
const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
const WORD = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" };
const MIME = "application/vnd.oasis.opendocument.text";

test("a photo is turned upright, made smaller and loses where and when it was taken", async () => {
  const exif = { IFD0: { Copyright: "Doreen Atherton" }, IFD3: { GPSLatitude: "53/1 28/1 0/1", GPSLatitudeRef: "N" } };
  const photo = await plain(3000, 1000).withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer();
  assert((await sharp(photo).metadata()).exif !== undefined);
  const file = await kept(photo, "IMG_0001.JPG", "image");
  const seen = await sharp(file.bytes).metadata();
  assert.deepEqual([seen.format, seen.width, seen.height], ["jpeg", 833, 2500]);
  assert.deepEqual([seen.exif, seen.orientation, seen.icc, seen.xmp], [undefined, undefined, undefined, undefined]);
  assert(!file.bytes.includes("Doreen"));
  assert.equal(file.name, "IMG_0001.jpg");
  assert.equal(file.type, "image/jpeg");
});

test("each image format is told by its bytes and made again", async () => {
  const small = plain(40, 30);
  assert.equal((await kept(await small.png().toBuffer(), "a.png", "image")).type, "image/png");
  assert.equal((await kept(await small.webp().toBuffer(), "a.webp", "image")).type, "image/webp");
  assert.equal((await kept(await small.gif().toBuffer(), "a.gif", "image")).name, "a.png");
  const avif = await kept(await small.avif().toBuffer(), "a.avif", "image");
  assert.deepEqual([avif.type, avif.name], ["image/jpeg", "a.jpg"]);
  assert.equal((await sharp(avif.bytes).metadata()).width, 40, "small pictures are not made larger");
});

test("what follows a picture in its file is not kept", async () => {
  const hidden = Buffer.concat([await plain(8, 8).png().toBuffer(), Buffer.from("<script>alert(1)</script>")]);
  assert(!(await kept(hidden, "x.png")).bytes.includes("script"));
});

test("documents are told by their bytes, and their names follow", async () => {
  assert.deepEqual(await kept(PDF, "invoice.exe"), { bytes: PDF, name: "invoice.pdf", type: "application/pdf" });
  assert.equal((await kept(zip(WORD), "letter.docx")).name, "letter.docx");
  assert.equal((await kept(zip({ "[Content_Types].xml": "", "xl/workbook.xml": "" }), "sums.docx")).name, "sums.xlsx");
  assert.equal((await kept(zip({ mimetype: MIME, "content.xml": "<o/>" }), "note.odt")).type, MIME);
  assert.equal((await kept(Buffer.from("ward,count\nCefn Mawr,3\nTŷ Coch,4\n"), "wards.csv")).name, "wards.csv");
  assert.equal((await kept(Buffer.from("@echo off"), "run.bat")).name, "run.txt");
});

test("a document may be a photo of one; an image must be an image", async () => {
  assert.equal((await kept(await plain(9, 9).png().toBuffer(), "bill.png", "document")).type, "image/png");
  assert.equal(await refused(PDF, "image"), "file-not-an-image");
  assert.equal(await refused(zip(WORD), "image"), "file-not-an-image");
});

test("what can't be kept is refused by a code, whatever it is called", async () => {
  const macros = { ...WORD, "word/vbaProject.bin": "x" };
  assert.equal(await refused(Buffer.alloc(0)), "file-empty");
  assert.equal(await refused(Buffer.from("MZ\x90\0\x03\0")), "file-type");
  assert.equal(await refused(Buffer.from([0xff, 0xfe, 0x41, 0x00])), "file-type");
  assert.equal(await refused(zip({ "setup.exe": "MZ" })), "file-type");
  assert.equal(await refused(zip(macros)), "file-macros");
  assert.equal(await refused(zip(WORD).subarray(0, 60)), "file-type");
  assert.equal(await refused(Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), "image"), "file-heic");
});

test("a damaged picture and one that unpacks into too much are refused", async () => {
  const picture = await plain(300, 300).jpeg().toBuffer();
  assert.equal(await refused(picture.subarray(0, 200), "image"), "file-damaged");
  const bomb = await plain(8, 8).png().toBuffer();
  // Width, height and check sum of a PNG's header: a few hundred bytes that claim ten gigabytes.
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  assert.equal(await refused(bomb, "image"), "file-too-many-pixels");
});

test("a file over the limit is refused without being held", async () => {
  let given = 0;
  async function* endless(): AsyncIterable<Uint8Array> {
    for (;;) {
      given += 1024 * 1024;
      yield new Uint8Array(1024 * 1024);
    }
  }
  assert.equal(await refused(endless()), "file-too-large");
  assert.equal(given, LARGEST_FILE + 1024 * 1024);
  assert.equal(await refused(Buffer.alloc(LARGEST_FILE + 1)), "file-too-large");
});

const named = async (name: string) => (await kept(PDF, name)).name;

test("names lose folders, control characters and what turns text round, and stay under 100 characters", async () => {
  assert.equal(await named("../../etc/passwd"), "passwd.pdf");
  assert.equal(await named(String.raw`C:\fakepath\my bill.pdf`), "my bill.pdf");
  assert.equal(await named("bill\r\nSet-Cookie: a=b.pdf"), "bill Set-Cookie a=b.pdf");
  assert.equal(await named("bill\u202Efdp.exe"), "bill fdp.pdf");
  assert.equal(await named("Tŷ Coch – biliau.pdf"), "Tŷ Coch – biliau.pdf");
  assert.equal(await named(""), "file.pdf");
  assert.equal(await named(".pdf"), "pdf.pdf");
  const long = await named(`${"𝒜".repeat(300)}.pdf`);
  assert.equal(Array.from(long).length, 100);
  assert(long.isWellFormed());
});

test("only our own pictures may be shown in a page; nothing may run", () => {
  const photo = contentHeaders({ name: "hole.jpg", type: "image/jpeg" });
  assert.match(photo["content-disposition"] ?? "", /^inline; /);
  for (const type of ["application/pdf", "text/plain", "image/svg+xml", "text/html"]) {
    const headers = contentHeaders({ name: 'bil "dŵr"; a.pdf', type });
    assert.equal(
      headers["content-disposition"],
      `attachment; filename="bil _d_r__ a.pdf"; filename*=UTF-8''bil%20%22d%C5%B5r%22%3B%20a.pdf`,
    );
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["content-security-policy"], "default-src 'none'; sandbox");
  }
});
