import { stat } from "node:fs/promises";
import path from "node:path";
import type { Sharp, SharpOptions } from "sharp";
import { DomainError } from "../domain-error";
import { Turns } from "../text/take-turns";

/** The widths at which a picture is offered, as far as it is wider. */
const widths = [320, 800, 1600] as const;
/** The largest that is kept; WebP has no more than 16,383 lines. */
const most = { width: 2560, height: 10_000 };
/** Pixels of all its frames, unpacked: 240 MB. */
const mostPixels = 60_000_000;
/** Seconds for one size. */
const longest = 20;
/** Milliseconds until it is a picture's turn. */
const patience = 120_000;
/** One at a time: each may take a few hundred megabytes. */
const turns = new Turns({ each: 20, all: 100 });

export interface Picture {
  width: number;
  height: number;
  /** What lies beside us of it, the whole one first. */
  sizes: { width: number; file: string; bytes: number }[];
}

/**
 * A picture made anew in `folder`, in several sizes: only what can be seen is left of it, so neither where it was taken
 * nor anything that hides in it. Throws `pictureBroken`, `pictureTooLarge` or `busy`.
 */
export async function makePicture(file: string, { folder, by }: { folder: string; by: string }): Promise<Picture> {
  const made = await turns.take(by, patience, () => makeSizes(file, folder).catch(asFault));
  if (!made) throw new DomainError("busy");
  return made;
}

async function makeSizes(file: string, folder: string): Promise<Picture> {
  const open = await loadSharp();
  const { width = 0, height = 0, pages = 1 } = await open(file).metadata();
  if (width * height > mostPixels) throw new DomainError("pictureTooLarge");
  const moves = pages > 1 && width * height * pages <= mostPixels;
  const whole = path.join(folder, "whole");
  const inside = { ...most, fit: "inside", withoutEnlargement: true } as const;
  const size = await write(open(file, { animated: moves }).autoOrient().resize(inside), whole);
  const sizes = [{ ...size, file: whole }];
  for (const width of widths.filter((width) => width < size.width)) {
    const smaller = path.join(folder, String(width));
    sizes.push({ ...(await write(open(whole, { animated: moves }).resize({ width }), smaller)), file: smaller });
  }
  return { width: size.width, height: size.height, sizes };
}

async function write(picture: Sharp, file: string) {
  const { width, height, pageHeight } = await picture
    .timeout({ seconds: longest })
    .webp({ quality: 82, effort: 3 })
    .toFile(file);
  return { width, height: pageHeight ?? height, bytes: (await stat(file)).size };
}

type Open = (file: string, options?: SharpOptions) => Sharp;
let loading: Promise<Open> | undefined;

/** Only when there is something to do: it takes memory. */
const loadSharp = (): Promise<Open> => (loading ??= load());

async function load(): Promise<Open> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  // Of the many formats that it reads, those that we know, whatever a file turns out to be.
  sharp.block({ operation: ["VipsForeignLoad"] });
  const readers = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"];
  sharp.unblock({ operation: readers.map((name) => `VipsForeignLoad${name}`) });
  return (file, options) => sharp(file, { limitInputPixels: mostPixels, failOn: "error", ...options });
}

function asFault(error: Error): never {
  if (error instanceof DomainError) throw error;
  if (/pixel limit/i.test(error.message)) throw new DomainError("pictureTooLarge");
  if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw new DomainError("storageFull");
  throw new DomainError("pictureBroken");
}
