import { connect } from "node:net";
import { origin } from "./app";

/** Sends a request byte by byte as given, behind what goes before it on the connection, and resolves to all that comes back until the server ends the connection. */
export function sendRaw(head: string, body: string | Buffer = "", of = origin(), before = ""): Promise<string> {
  const { hostname, port } = new URL(of);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.setTimeout(20_000, () => socket.destroy(new Error("No answer.")));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(Buffer.concat(chunks).toString()));
    socket.write(before);
    socket.write(`${head.trim().replace(/\n */g, "\r\n")}\r\nConnection: close\r\n\r\n`);
    socket.write(body);
  });
}

/** The status of an answer as it came. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
