import { createHash } from "node:crypto";
import { stat, unlink } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export class FolderInUse extends Error {
  constructor(readonly folder: string) {
    super(`${folder} is in use by another process. Stop it first, or set DATA_DIR to another folder.`);
  }
}

/**
 * Takes `folder` for this process, until the returned function is called or the process dies.
 * Throws {@link FolderInUse} while another process has it.
 *
 * The lock is a listening socket: the kernel answers for its owner even while the owner is busy, and
 * stops answering the moment the owner is gone, which no file with a process number in it can promise.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const address = socketPath(folder);
  const server = (await listen(address)) ?? (await takeOver(address));
  if (!server) throw new FolderInUse(folder);
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Where the socket lies: in the folder, unless the path is longer than sockets allow. */
function socketPath(folder: string): string {
  const inside = path.resolve(folder, "lock.sock");
  if (inside.length < 100) return inside;
  return path.join(tmpdir(), `groundswell-${createHash("sha256").update(inside).digest("hex").slice(0, 24)}`);
}

async function takeOver(address: string): Promise<net.Server | undefined> {
  if (await isAnswered(address)) return;
  await unlink(address).catch(() => {});
  const server = await listen(address);
  if (!server) return;
  // Somebody who saw the same dead socket may have unlinked ours just now: the last one has it.
  const mine = await inode(address);
  await pause(100);
  if (mine && mine === (await inode(address))) return server;
  server.close();
}

function listen(address: string): Promise<net.Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy());
    server.unref();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

async function inode(address: string): Promise<bigint | undefined> {
  return (await stat(address, { bigint: true }).catch(() => undefined))?.ino;
}
