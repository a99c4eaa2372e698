import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { type Entry, type Options, open, type ZipFile } from "yauzl";
import { NotRestorable } from "./not-restorable";

export interface OpenZip {
  paths: string[];
  /** The content of a file; never more of it than the zip's directory has declared. */
  read(path: string): Promise<Readable>;
  close(): void;
}

export interface ZipLimits {
  files: number;
  /** Bytes of all files together, unpacked. */
  bytes: number;
  /** Unpacked to packed, of any file that is not small, and of all of them together. */
  ratio: number;
}

/** No portal comes near, with four files for each picture; rows that are much alike pack to a fiftieth. */
export const usualLimits: ZipLimits = { files: 500_000, bytes: 200e9, ratio: 300 };

const small = 1_000_000;

/** Opens a zip without unpacking anything. Refuses those that would unpack to more than anybody's portal. */
export async function openZip(file: string, limits = usualLimits): Promise<OpenZip> {
  const zip = await promisify<string, Options, ZipFile>(open)(file, { lazyEntries: true, autoClose: false }).catch(
    asNoZip,
  );
  const entries = await readEntries(zip, limits).catch((error) => {
    zip.close();
    return asNoZip(error);
  });
  const openEntry = promisify<Entry, Readable>(zip.openReadStream.bind(zip));
  return {
    paths: [...entries.keys()],
    async read(path) {
      const entry = entries.get(path);
      if (!entry) throw new NotRestorable({ code: "missingFile", path });
      return openEntry(entry).catch(() => {
        throw new NotRestorable({ code: "damaged", path });
      });
    },
    close: () => zip.close(),
  };
}

/** What the library says of a file that is none: a sentence; errors of the disk have a code and stay. */
function asNoZip(error: NodeJS.ErrnoException): never {
  if (error instanceof NotRestorable || error.code) throw error;
  throw new NotRestorable({ code: "noZip", message: error.message });
}

function readEntries(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  let packed = 0;
  return new Promise((resolve, reject) => {
    zip.once("error", reject).once("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      const path = entry.fileName;
      bytes += entry.uncompressedSize;
      packed += entry.compressedSize;
      const unpacksTo = (all: number, of: number) => all > small && all > of * limits.ratio;
      const isBomb = unpacksTo(entry.uncompressedSize, entry.compressedSize) || unpacksTo(bytes, packed);
      if (isBomb || bytes > limits.bytes || entries.size >= limits.files) {
        return reject(new NotRestorable({ code: "tooLarge", path }));
      }
      if (entries.has(path) || entry.isEncrypted()) return reject(new NotRestorable({ code: "unexpectedFile", path }));
      entries.set(path, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}
