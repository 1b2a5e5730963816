import type sharp from "sharp";

import { Slots } from "../slots.ts";

/** Pictures may hold at most this many pixels before they are decoded: a small file can unpack into gigabytes. */
const MOST_PIXELS = 100_000_000;
const LONGEST_SIDE = 2500;

// Loaded with the first picture: it costs 20 MB and a tenth of a second, which a start need not pay.
type Sharp = typeof sharp;

let loading: Promise<Sharp> | undefined;

async function load(): Promise<Sharp> {
  const { default: loaded } = await import("sharp");
  // One thread and no cache: memory stays flat, and two cores are shared with pages.
  loaded.concurrency(1);
  loaded.cache(false);
  return loaded;
}

// Decoding holds rows of the whole picture; two at a time bound what a burst of photos takes.
const atOnce = new Slots(2);

export type ImageResult =
  | { readonly ok: true; readonly bytes: Buffer; readonly type: "image/jpeg" | "image/png" | "image/webp" }
  | { readonly ok: false; readonly why: "too-many-pixels" | "damaged" };

async function encode(bytes: Buffer, type: string): Promise<ImageResult> {
  loading ??= load();
  const library = await loading;
  const picture = library(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true })
    // Turned as the camera was held, because the note that says so is stripped with the rest (place, time, owner).
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true });
  if (type === "image/png" || type === "image/gif") return { ok: true, type: "image/png", bytes: await picture.png().toBuffer() };
  if (type === "image/webp") return { ok: true, type: "image/webp", bytes: await picture.webp({ quality: 85 }).toBuffer() };
  const flat = picture.flatten({ background: "white" });
  return { ok: true, type: "image/jpeg", bytes: await flat.jpeg({ quality: 85 }).toBuffer() };
}

/** The longest side of a preview, in pixels: twice what a page shows, for screens that show twice as many. */
const PREVIEW_SIDE = 320;

/** A small picture of a kept one, as WebP of some kilobytes; undefined where it cannot be decoded. */
export async function previewImage(bytes: Buffer): Promise<Buffer | undefined> {
  const taken = await atOnce.take(1);
  try {
    loading ??= load();
    const library = await loading;
    const picture = library(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" });
    return await picture
      .resize({ width: PREVIEW_SIDE, height: PREVIEW_SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 70 })
      .toBuffer();
  } catch {
    return undefined;
  } finally {
    atOnce.give(taken);
  }
}

/**
 * A picture made again from its pixels: at most 2,500 pixels a side, upright, with nothing else that was in the file.
 * Takes JPEG, PNG, WebP, GIF (its first frame) and AVIF.
 */
export async function remakeImage(bytes: Buffer, type: string): Promise<ImageResult> {
  const taken = await atOnce.take(1);
  try {
    return await encode(bytes, type);
  } catch (error) {
    const why = error instanceof Error && error.message.includes("pixel limit") ? "too-many-pixels" : "damaged";
    return { ok: false, why };
  } finally {
    atOnce.give(taken);
  }
}
