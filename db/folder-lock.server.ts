import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, readdir, unlink } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

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
 * Sockets are numbered, and a number is given once as long as its file is there: of those who find the
 * same dead ones, one gets the next number, and nobody ever removes a socket that might be alive.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const place = await socketFolder(folder);
  const found = await sockets(place);
  if (await isAnyAlive(place, found)) throw new FolderInUse(folder);
  const draft = path.join(place, `lock.${randomUUID().slice(0, 8)}`);
  const server = await listen(draft);
  const mine = `lock.${Math.max(0, ...found.map(numberOf)) + 1}.sock`;
  const isFirst = await link(draft, path.join(place, mine)).then(
    () => true,
    (error: NodeJS.ErrnoException) => (error.code === "EEXIST" ? false : Promise.reject(error)),
  );
  await unlink(draft);
  const release = async () => {
    if (isFirst) await unlink(path.join(place, mine)).catch(() => {});
    await new Promise((resolve) => server.close(resolve));
  };
  // Somebody may have come and gone, and somebody else come, since we looked.
  const others = (await sockets(place)).filter((name) => name !== mine);
  if (!isFirst || (await isAnyAlive(place, others))) {
    await release();
    throw new FolderInUse(folder);
  }
  for (const dead of found) await unlink(path.join(place, dead)).catch(() => {});
  return release;
}

/** Where the sockets lie: in the folder, unless its path is longer than sockets allow. */
async function socketFolder(folder: string): Promise<string> {
  const inside = path.resolve(folder);
  if (inside.length < 80) return inside;
  const outside = path.join(tmpdir(), `groundswell-${createHash("sha256").update(inside).digest("hex").slice(0, 24)}`);
  await mkdir(outside, { recursive: true });
  return outside;
}

const numberOf = (name: string): number => Number(name.split(".")[1]);

async function sockets(place: string): Promise<string[]> {
  return (await readdir(place)).filter((name) => /^lock\.\d+\.sock$/.test(name));
}

async function isAnyAlive(place: string, names: string[]): Promise<boolean> {
  const alive = await Promise.all(names.map((name) => isAnswered(path.join(place, name))));
  return alive.includes(true);
}

function listen(address: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy());
    server.unref();
    server.once("error", reject).listen(address, () => resolve(server));
  });
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
