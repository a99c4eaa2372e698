import { DrizzleQueryError } from "drizzle-orm";
import pino from "pino";

export type Log = pino.Logger;

/** Lines of JSON, to the standard output unless `to` takes them. */
export function createLog(level: string, to?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
  };
  return to ? pino(options, to) : pino(options);
}

/**
 * An error as it may stand in a log: without the values of queries and without what the database quotes
 * of them, which may be addresses, codes or somebody's words.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  if (error instanceof DrizzleQueryError) {
    return { ...describeError(error.cause), query: error.query, stack: stackOf(error) };
  }
  const { code, constraint_name, table_name, routine } = error as Error & Record<string, unknown>;
  const message = error.message.replace(/: ".*"$/s, ": …");
  return { name: error.name, message, code, constraint_name, table_name, routine, stack: stackOf(error) };
}

/** The stack without the message, which stands beside it. */
function stackOf(error: Error): string {
  const stack = error.stack ?? "";
  const frames = stack.indexOf("\n    at ");
  return frames < 0 ? "" : stack.slice(frames + 1);
}

/** `ada@example.com` as `a…@example.com`: enough to help, too little to write to. */
export function maskEmail(email: string): string {
  return email.replace(/^(.).*(?=@)/, "$1…");
}
