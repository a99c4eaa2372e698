import type { Readable } from "node:stream";

/** Bytes from and to, both included. */
interface ByteRange {
  start: number;
  end: number;
}

/** Where the bytes of files lie, each under a key such as `0199…/full`. */
export interface Storage {
  /** Keeps all of it or nothing; what was there under the key is replaced. Throws `StorageFault`. */
  put(key: string, file: { content: Readable; bytes: number; type: string }): Promise<void>;
  /** Resolves to undefined where there is nothing under the key. Throws `StorageFault`. */
  get(key: string, range?: ByteRange): Promise<Readable | undefined>;
  /** It is no fault if nothing is there. Throws `StorageFault`. */
  remove(key: string): Promise<void>;
  /** Every key, and when it was written. Throws `StorageFault`. */
  list(): AsyncIterable<{ key: string; at: Date }>;
}

/** `full`: there is no room. `away`: it cannot be reached, or does not let us. */
export class StorageFault extends Error {
  constructor(
    readonly reason: "full" | "away",
    cause: unknown,
  ) {
    super(`storage is ${reason}`, { cause });
    this.name = "StorageFault";
  }
}

/** Keys are ours and plain, so that none leads out of a folder. Throws for any other. */
export function requireKey(key: string): string {
  if (!/^[\da-z-]+(\/[\da-z-]+)*$/.test(key)) throw new Error("No key of a file has signs such as this.");
  return key;
}
