/** SQLSTATE classes and codes that say: the database is not there, or is leaving. */
const away =
  /^(08|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENOENT|CONNECT|CONNECTION_)/;
/** Cancelled for taking too long, or waiting too long for a lock. */
const tooSlow = new Set(["57014", "55P03"]);

/** Whether an error only says that the database cannot be reached now; the same may work in a minute. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code && (away.test(code) || tooSlow.has(code))) return isFromDatabase(cause);
  }
  return false;
}

/** Whether the database could not make sense of a value: too large, no such day, no text (SQLSTATE class 22). */
export function isSenseless(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/^22[\dA-Z]{3}$/.test(String((cause as NodeJS.ErrnoException).code))) return true;
  }
  return false;
}

/** Files and other services have errors of the same names. */
function isFromDatabase(error: Error): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code !== "ENOENT" || syscall === "connect";
}

/** Whether the database gave up on us because others waited for us as we for them: tried again, it works. */
export function isDeadlock(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ((cause as NodeJS.ErrnoException).code === "40P01") return true;
  }
  return false;
}
