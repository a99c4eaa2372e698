import { z } from "zod";

/** A mark is set or taken off by saying which, so that pressing twice does it once. */
export const markForm = z.object({ on: z.enum(["yes", "no"]).transform((on) => on === "yes") });
