import type { z } from "zod";
import { lost } from "./read-response";

/** What the shape makes of it; {@link FreshdeskError} if it is nothing like it. */
export function read<Shape extends z.ZodType>(shape: Shape, json: unknown, isWrite = false): z.output<Shape> {
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => `${issue.path.join(".") || "all of it"}: ${issue.message}`);
  throw lost({ status: 200, isWrite, headers: new Headers() }, where.slice(0, 3).join("; "));
}

/** Whether a list goes on, by its `link` header. */
export function hasNext(headers: Headers): boolean {
  return /rel="?next"?/.test(headers.get("link") ?? "");
}
