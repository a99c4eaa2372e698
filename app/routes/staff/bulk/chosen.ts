import { z } from "zod";
import { mostChosen } from "~/models/core/bulk/limits";
import * as field from "~/models/core/text/fields";
import { Query } from "~/models/core/text/query";

/** What the form of every bulk action says; each of those chosen as `12 open~3~1.4~0`: which one, and how it looked. */
export const bulkForm = z.object({
  id: field.clientId(),
  change: z.string(),
  chosen: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().regex(/^\S{1,20} \S{1,200}$/)).max(mostChosen),
  ),
});

interface Ways<Key> {
  /** Those that are ticked on a page. */
  ticked: () => Key[];
  /** The first that a list's filter finds, as its address says it. */
  found: (filter: Query, most: number) => Promise<Key[]>;
}

const longestFilter = 4000;

/** What a list has chosen, ticked or found; and whether more is found than may be changed at once. */
export async function readKeys<Key>(
  query: Query,
  { ticked, found }: Ways<Key>,
): Promise<{ keys: Key[]; isCut: boolean }> {
  if (!query.has("found")) return { keys: ticked(), isCut: false };
  const keys = await found(new Query(query.text("found", longestFilter)), mostChosen + 1);
  return { keys: keys.slice(0, mostChosen), isCut: keys.length > mostChosen };
}

/** Those chosen, as far as they name something. */
export function readChosen<Key>(chosen: string[], readKey: (text: string) => Key | undefined) {
  return chosen.flatMap((text) => {
    const [name = "", stamp = ""] = text.split(" ");
    const number = readKey(name);
    return number === undefined ? [] : [{ number, stamp }];
  });
}
