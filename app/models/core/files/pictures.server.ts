import { DomainError } from "../domain-error";
import { Turns } from "../text/take-turns";
import { askPictureProcess } from "./picture-process.server";

/** How long a picture may take with all its sizes. */
interface Limits {
  /** Seconds of a processor: a busy machine makes no picture a bad one. */
  processorSeconds: number;
  /** Milliseconds by the clock, for a process that hangs. */
  patience: number;
}

const usual: Limits = { processorSeconds: 30, patience: 120_000 };
/** Milliseconds until it is a picture's turn. */
const patienceForTurn = 120_000;
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

type Fault = "pictureBroken" | "pictureTooLarge" | "storageFull" | "busy";

/**
 * A picture made anew in `folder`, in several sizes: only what can be seen is left of it, so neither where it was taken
 * nor anything that hides in it. Throws `pictureBroken`, `pictureTooLarge`, `storageFull` or `busy`.
 */
export const makePicture = (file: string, { folder, by, limits }: Making): Promise<Picture> =>
  make({ file, folder }, by, limits);

interface Making {
  folder: string;
  /** Whose it is: nobody keeps all others waiting. */
  by: string;
  limits?: Limits;
}

/** The same as one small PNG, no larger than `size`. */
export const makeSmall = (
  file: string,
  { folder, by, size, limits }: Making & { size: SmallSize },
): Promise<{ width: number; height: number; file: string }> => make({ file, folder, small: size }, by, limits);

interface Work {
  file: string;
  folder: string;
  small?: SmallSize;
}

/** A picture that breaks the process that makes it, or keeps it at work too long, is broken itself. */
async function make<Made>(work: Work, by: string, { processorSeconds, patience } = usual): Promise<Made> {
  const made = await turns.take(by, patienceForTurn, () => askPictureProcess({ ...work, processorSeconds }, patience));
  if (!made) throw new DomainError("busy");
  if (isFault(made)) throw new DomainError(made.fault);
  return made as Made;
}

const isFault = (made: unknown): made is { fault: Fault } =>
  typeof made === "object" && made !== null && "fault" in made;
