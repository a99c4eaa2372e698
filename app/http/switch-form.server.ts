import { z } from "zod";

/** A button that switches something of a post on or off says which, so that pressing twice does it once. */
export const switchForm = z.object({ on: z.enum(["yes", "no"]).transform((on) => on === "yes") });
