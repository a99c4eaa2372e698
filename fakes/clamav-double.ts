import { type AddressInfo, createServer } from "node:net";

/** A clamd that finds a virus in whatever has this in it, as real ones do in the EICAR file. */
export const virus = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

/** Answers INSTREAM as clamd does; an answer of its own, and only then, where one is given. */
export async function startClamavDouble(answer?: string | Promise<string>) {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on("error", () => {});
    socket.on("data", async (piece: Buffer) => {
      received = Buffer.concat([received, piece]);
      const content = readInstream(received);
      if (!content) return;
      const verdict = content.includes(virus) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
      socket.end(`${(await answer) ?? verdict}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const command = "zINSTREAM\0";

/** What was sent, once all of it is there: pieces with their lengths before them, the last of length 0. */
function readInstream(received: Buffer): Buffer | undefined {
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
}
