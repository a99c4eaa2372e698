import type { Readable } from "node:stream";

/** Where the bytes of people's files lie, as models see it. Throws `storageFull` or `storageAway`. */
export interface FileStore {
  put(key: string, file: { content: Readable; bytes: number; type: string }): Promise<void>;
  /** Undefined where there is nothing; `start` and `end` are both included. */
  get(key: string, range?: { start: number; end: number }): Promise<Readable | undefined>;
  remove(key: string): Promise<void>;
  list(): AsyncIterable<{ key: string; at: Date }>;
  /** Throws `virusFound` or `scannerAway`; looks at nothing where there is no scanner. */
  scan(file: () => Readable): Promise<void>;
}
