import { z } from "zod";
import * as field from "../../core/text/fields";

export const readersDraft = z.object({
  readers: field.ticked(z.uuid(field.say({ code: "unreadable" })), { max: 200 }),
});
