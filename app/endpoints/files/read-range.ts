import type { Request } from "express";

/** Both included. */
export interface Range {
  start: number;
  end: number;
}

/** The one range that is asked for; undefined where all of it is to be sent, as for several ranges at once. */
export function readRange(request: Request, bytes: number, etag: string): Range | "unsatisfiable" | undefined {
  const ifRange = request.headers["if-range"];
  if (ifRange && ifRange !== etag) return;
  const ranges = request.range(bytes, { combine: true });
  if (ranges === -1) return "unsatisfiable";
  const [one, another] = Array.isArray(ranges) && ranges.type === "bytes" ? ranges : [];
  return one && !another ? { start: one.start, end: one.end } : undefined;
}
