import { open, stat } from "node:fs/promises";
import type { Encoding } from "../../core/text/encodings";
import { openBundle } from "./bundle.server";
import { isCanny } from "./canny.server";
import { isFiderBackup } from "./fider.server";
import { isFiderPosts } from "./fider-posts.server";
import type { Format } from "./import-file";
import { NotUnderstood } from "./not-understood";
import { isQuackback } from "./quackback.server";
import { isUserVoice, readCsvHeader } from "./uservoice.server";
import { isVoterList } from "./voter-list.server";
import { isZip } from "./zip-archive.server";

/** Finds out by what is in a file whose it is. Throws {@link NotUnderstood} for an archive or folder of nobody we know. */
export async function recogniseFormat(file: string, encoding?: Encoding): Promise<Format> {
  if ((await stat(file)).isDirectory() || (await isZip(file))) return recogniseBundle(file);
  if (/^\s*[[{]/.test(await readBeginning(file))) return (await isCanny(await openBundle(file))) ? "canny" : "github";
  const header = await readCsvHeader(file, encoding);
  if (isUserVoice(header)) return "uservoice";
  if (isFiderPosts(header)) return "fider";
  return isVoterList(header) ? "canny" : "csv";
}

async function recogniseBundle(file: string): Promise<Format> {
  const bundle = await openBundle(file);
  if (await isCanny(bundle)) return "canny";
  if (isFiderBackup(new Set(bundle.names))) return "fider";
  if (isQuackback(bundle)) return "quackback";
  throw new NotUnderstood({ code: "noKnownFormat" });
}

/** The first bytes, a character each, without what says that they are UTF-8 or UTF-16. */
async function readBeginning(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer
      .subarray(0, bytesRead)
      .toString("latin1")
      .replace(/^(?:ï»¿|ÿþ|þÿ)|\0/g, "");
  } finally {
    await handle.close();
  }
}
