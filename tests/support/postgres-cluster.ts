import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chown, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const minute = 60_000;

/** A cluster of PostgreSQL: where its files lie, and who may come in. */
export interface Cluster {
  /** The folder of PostgreSQL's programs. */
  programs: string;
  /** Removed as a whole when the server has ended. */
  folder: string;
  owner: Owner | undefined;
  port: number;
  password: string;
}

interface Owner {
  uid: number;
  gid: number;
}

/** Who runs the server: we ourselves (undefined), but PostgreSQL refuses to be run by root. */
export async function findOwner(): Promise<Owner | undefined> {
  if (userInfo().uid !== 0) return;
  for (const name of ["postgres", "nobody"]) {
    const ids = await Promise.all(["-u", "-g"].map((which) => run("id", [which, name]))).catch(() => undefined);
    const [uid, gid] = ids?.map(({ stdout }) => Number(stdout)) ?? [];
    if (uid && gid) return { uid, gid };
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody.");
}

export async function createCluster({ programs, folder, owner, password }: Cluster): Promise<void> {
  const passwordFile = path.join(folder, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  for (const owned of owner ? [folder, passwordFile] : []) await chown(owned, owner?.uid ?? 0, owner?.gid ?? 0);
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  const rights = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const options = [...rights, `--pgdata=${folder}/data`, "--encoding=UTF8", `--locale=${locale}`, "--no-sync"];
  await run(path.join(programs, "initdb"), options, { ...owner, cwd: folder, timeout: minute });
}

/**
 * The server has a keeper that ends it, and removes its files, when our end of the keeper's input closes: by
 * `stopServer`, or because we are gone, however we went. Nobody needs its data then, hence QUIT.
 */
const keeper = `
  exec 3<&0
  "$@" 3<&- </dev/null & server=$!
  (cat <&3; kill -QUIT $server) >/dev/null 2>&1 &
  wait $server
  cd / && rm -rf "$FOLDER"`;

export function startServer(cluster: Cluster, settings: Record<string, string>): ChildProcess {
  const { programs, folder, owner, port } = cluster;
  const place = { listen_addresses: "127.0.0.1", port: String(port), unix_socket_directories: "", timezone: "UTC" };
  const options = Object.entries({ ...settings, ...place }).map(([name, value]) => `--${name}=${value}`);
  const server = [path.join(programs, "postgres"), "-D", path.join(folder, "data"), ...options];
  return spawn("sh", ["-c", keeper, "keeper", ...server], {
    ...owner,
    cwd: folder,
    env: { ...process.env, FOLDER: folder },
    stdio: ["pipe", "ignore", "ignore"],
    // Ctrl+C is for us alone; the keeper learns of it from us.
    detached: true,
  });
}

export async function stopServer(kept: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => kept.once("exit", resolve));
  kept.stdin?.destroy();
  if (kept.exitCode === null) await gone;
}
