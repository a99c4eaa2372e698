import { z } from "zod";

/** One failed job, or those of a queue. */
export const choice = z.object({ queue: z.string(), id: z.uuid().optional() });
