import { isDatabaseAway } from "#db/failures.server";
import { FolderInUse } from "#db/folder-lock.server";
import { EnvError } from "./env.server";

/** Why a program cannot start: a sentence for what may be expected, the error itself for anything else. */
export function explainStart(error: unknown): unknown {
  if (error instanceof EnvError || error instanceof FolderInUse) return error.message;
  if (isDatabaseAway(error)) return `The database at DATABASE_URL does not answer (${codeOf(error)}).`;
  const { code, syscall, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE" && syscall === "listen") {
    return `Port ${port} is taken by another program. Choose another one, for example: PORT=${(port ?? 3000) + 1}`;
  }
  return error;
}

function codeOf(error: unknown): string {
  const { code, cause } = error as Error & { code?: string };
  return code ?? (cause ? codeOf(cause) : "no answer");
}
