import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Readable } from "node:stream";

/** Looks into a file: resolves to the name of the virus that is in it. Rejects where nobody could look. */
export type Scan = (content: Readable) => Promise<string | undefined>;

/** Milliseconds in which nothing happens at all. */
const usual = 30_000;

/** A scanner such as `tcp://localhost:3310`: clamd, which is sent the bytes with its command INSTREAM. */
export function openScanner(url: string, patience = usual): Scan {
  const { hostname: host, port } = new URL(url);
  return async (content) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ""), port: Number(port || 3310) });
    socket.setTimeout(patience, () => socket.destroy(new Error("The scanner takes too long.")));
    try {
      const [said] = await Promise.all([readAnswer(socket), send(socket, content)]);
      return readVerdict(said);
    } finally {
      socket.destroy();
      content.destroy();
    }
  };
}

async function send(socket: Socket, content: Readable): Promise<void> {
  socket.write("zINSTREAM\0");
  for await (const piece of content) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    // It has answered already where it wants no more.
    if (socket.destroyed || socket.readableEnded) return;
    socket.write(length);
    if (!socket.write(piece)) await Promise.race([once(socket, "drain"), once(socket, "close")]);
  }
  socket.write(Buffer.alloc(4));
}

async function readAnswer(socket: Socket): Promise<string> {
  let said = "";
  for await (const piece of socket) {
    said += piece;
    if (said.includes("\0")) break;
  }
  return said.replace(/\0[\s\S]*$/, "").trim();
}

function readVerdict(said: string): string | undefined {
  if (/^stream: OK$/.test(said)) return undefined;
  const [, virus] = /^stream: (.+) FOUND$/.exec(said) ?? [];
  if (virus) return virus;
  throw new Error(`The scanner says: ${said.slice(0, 200) || "nothing"}`);
}
