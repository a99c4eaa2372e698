import { request } from "node:http";
import { v4 as uuid } from "uuid";

const piece = Buffer.alloc(64 * 1024, "groundswell ");

/** So many bytes, of which a piece is in memory. */
export function* filler(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length));
}

/** Sends a file for a text that somebody writes, as a browser would. Rejects unless it was taken. */
export function sendFile(origin: string, session: string, name: string, content: Iterable<Buffer>): Promise<void> {
  const headers = {
    Accept: "application/json",
    Cookie: `session=${session}`,
    Origin: origin,
    "Content-Type": "multipart/form-data; boundary=X",
    "Transfer-Encoding": "chunked",
  };
  const path = new URL(`/files?to=draft:${uuid()}&upload=${uuid()}`, origin);
  return new Promise((resolve, reject) => {
    const sending = request(path, { method: "POST", headers, agent: false }, (response) => {
      let said = "";
      response.on("data", (some) => void (said += some));
      response.on("end", () => (response.statusCode === 201 ? resolve() : reject(new Error(said))));
    });
    sending.on("error", reject);
    write(sending, name, content).catch(reject);
  });
}

async function write(sending: ReturnType<typeof request>, name: string, content: Iterable<Buffer>): Promise<void> {
  sending.write(`--X\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`);
  for (const some of content) {
    if (!sending.write(some)) await new Promise((resolve) => sending.once("drain", resolve));
  }
  sending.end("\r\n--X--\r\n");
}
