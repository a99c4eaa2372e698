import { z } from "zod";
import * as field from "./text/fields";

/** Where a row of a list goes (app/ui/ordered-list.tsx): a step, above another one, or to the end where none is named. */
export const rowMove = z.union([
  z.object({ step: z.enum(["up", "down"], field.say({ code: "unreadable" })) }),
  z.object({ to: z.literal("end").or(field.id()) }).transform(({ to }) => ({ before: to === "end" ? null : to })),
]);
