import { z } from "zod";
import { mostChosen } from "~/models/core/bulk/limits";
import * as field from "~/models/core/text/fields";

/** What the form of every bulk action says; each of those chosen as `12 open~3~1.4~0`: which one, and how it looked. */
export const bulkForm = z.object({
  id: field.clientId(),
  change: z.string(),
  chosen: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().regex(/^\S{1,20} \S{1,200}$/)).max(mostChosen),
  ),
});

/** Those chosen, as far as they name something. */
export function readChosen<Key>(chosen: string[], readKey: (text: string) => Key | undefined) {
  return chosen.flatMap((text) => {
    const [name = "", stamp = ""] = text.split(" ");
    const number = readKey(name);
    return number === undefined ? [] : [{ number, stamp }];
  });
}
