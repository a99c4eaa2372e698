import { NotRestorable } from "./not-restorable";
import type { OpenZip } from "./open-zip.server";

/** The bytes of a file; what cannot be unpacked, or to another size than the zip says, is damaged. */
export async function* unpack(zip: OpenZip, path: string): AsyncGenerator<Buffer> {
  const stream = await zip.read(path);
  try {
    for await (const piece of stream) yield piece;
  } catch (error) {
    if (error instanceof NotRestorable) throw error;
    throw new NotRestorable({ code: "damaged", path });
  } finally {
    stream.destroy();
  }
}

const longestLine = 16_000_000;
const linesAtATime = 500;
/** Characters, or thereabouts, that go to the database at once. */
const textAtATime = 4_000_000;

/** The lines of a file, some at a time. */
export async function* unpackLines(zip: OpenZip, path: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = "";
  let lines: string[] = [];
  let length = 0;
  for await (const piece of unpack(zip, path)) {
    const parts = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    if (rest.length > longestLine) throw new NotRestorable({ code: "tooLarge", path });
    for (const line of parts) {
      lines.push(line);
      length += line.length;
      if (lines.length < linesAtATime && length < textAtATime) continue;
      yield lines;
      lines = [];
      length = 0;
    }
  }
  if (rest) throw new NotRestorable({ code: "damaged", path });
  if (lines.length > 0) yield lines;
}
