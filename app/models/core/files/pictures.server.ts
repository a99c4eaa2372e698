import { DomainError } from "../domain-error";
import { Turns } from "../text/take-turns";
import { askPictureProcess } from "./picture-process.server";

/** Milliseconds until it is a picture's turn, and for all its sizes. */
const patience = { turn: 120_000, work: 60_000 };
/** One at a time: each may take a few hundred megabytes. */
const turns = new Turns({ each: 20, all: 100 });

export interface Picture {
  width: number;
  height: number;
  /** What lies beside us of it, the whole one first. */
  sizes: { width: number; file: string; bytes: number }[];
}

/** In pixels. */
interface SmallSize {
  width: number;
  height: number;
  /** With transparent edges, where it has another shape. */
  isFilled: boolean;
}

type Fault = "pictureBroken" | "pictureTooLarge" | "storageFull";

/**
 * A picture made anew in `folder`, in several sizes: only what can be seen is left of it, so neither where it was taken
 * nor anything that hides in it. Throws `pictureBroken`, `pictureTooLarge`, `storageFull` or `busy`.
 */
export const makePicture = (file: string, { folder, by }: Making): Promise<Picture> => make({ file, folder }, by);

interface Making {
  folder: string;
  /** Whose it is: nobody keeps all others waiting. */
  by: string;
}

/** The same as one small PNG, no larger than `size`. */
export const makeSmall = (
  file: string,
  { folder, by, size }: Making & { size: SmallSize },
): Promise<{ width: number; height: number; file: string }> => make({ file, folder, small: size }, by);

interface Work {
  file: string;
  folder: string;
  small?: SmallSize;
}

/** A picture that breaks the process that makes it, or keeps it too long, is broken itself. */
async function make<Made>(work: Work, by: string): Promise<Made> {
  const made = await turns.take(
    by,
    patience.turn,
    async () => (await askPictureProcess(work, patience.work)) ?? { fault: "pictureBroken" },
  );
  if (!made) throw new DomainError("busy");
  if (isFault(made)) throw new DomainError(made.fault);
  return made as Made;
}

const isFault = (made: unknown): made is { fault: Fault } =>
  typeof made === "object" && made !== null && "fault" in made;
