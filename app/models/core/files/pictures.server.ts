import { execFile } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DomainError } from "../domain-error";
import { Turns } from "../text/take-turns";

/** Milliseconds until it is a picture's turn, and for all its sizes. */
const patience = { turn: 120_000, work: 60_000 };
/** One at a time: each may take a few hundred megabytes. */
const turns = new Turns({ each: 20, all: 100 });
/** As `nice` has it. */
const low = 15;
const program = fileURLToPath(new URL("./picture.child.js", import.meta.url));

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
export const makePicture = (file: string, { folder, by }: Making): Promise<Picture> => make([file, folder], by);

interface Making {
  folder: string;
  /** Whose it is: nobody keeps all others waiting. */
  by: string;
}

/** The same as one small PNG, no larger than `size`. */
export const makeSmall = (
  file: string,
  { folder, by, size }: Making & { size: SmallSize },
): Promise<{ width: number; height: number; file: string }> => make([file, folder, JSON.stringify(size)], by);

async function make<Made>(args: string[], by: string): Promise<Made> {
  const made = await turns.take(by, patience.turn, () => run<Made>(args));
  if (!made) throw new DomainError("busy");
  if (isFault(made)) throw new DomainError(made.fault);
  return made;
}

const isFault = (made: unknown): made is { fault: Fault } =>
  typeof made === "object" && made !== null && "fault" in made;

/** One that breaks the program, or keeps it too long, is broken itself. */
async function run<Made>(args: string[]): Promise<Made | { fault: Fault }> {
  const env = { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV };
  const options = { env, timeout: patience.work, killSignal: "SIGKILL" } as const;
  const running = promisify(execFile)(process.execPath, [program, ...args], options);
  // Pages go first. Threads have the priority of whoever starts them: hence now, before there are any.
  if (running.child.pid) setPriority(running.child.pid, low);
  const ran = await running.catch(() => undefined);
  return ran ? JSON.parse(ran.stdout) : { fault: "pictureBroken" };
}
