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

type Fault = "pictureBroken" | "pictureTooLarge" | "storageFull";

/**
 * A picture made anew in `folder`, in several sizes: only what can be seen is left of it, so neither where it was taken
 * nor anything that hides in it. Throws `pictureBroken`, `pictureTooLarge`, `storageFull` or `busy`.
 */
export async function makePicture(file: string, { folder, by }: { folder: string; by: string }): Promise<Picture> {
  const made = await turns.take(by, patience.turn, () => makeSizes(file, folder));
  if (!made) throw new DomainError("busy");
  if ("fault" in made) throw new DomainError(made.fault);
  return made;
}

/** One that breaks the program, or keeps it too long, is broken itself. */
async function makeSizes(file: string, folder: string): Promise<Picture | { fault: Fault }> {
  const env = { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV };
  const options = { env, timeout: patience.work, killSignal: "SIGKILL" } as const;
  const running = promisify(execFile)(process.execPath, [program, file, folder], options);
  // Pages go first. Threads have the priority of whoever starts them: hence now, before there are any.
  if (running.child.pid) setPriority(running.child.pid, low);
  const ran = await running.catch(() => undefined);
  return ran ? JSON.parse(ran.stdout) : { fault: "pictureBroken" };
}
