import { knownFields } from "~/http/known-fields";
import { fillAll, type Values } from "./fill-form";
import type { Form } from "./hear-forms";

/** What people, scripts and programs send where something else is meant. */
const wrong = (longest = 1000, most = 2): (string | string[] | undefined)[] => [
  ...[undefined, "", "  ", "\u200b\u200e", "%%%", "-1", "1.5", "1e999", "99999999999", "\u0000", "__proto__", "null"],
  ...["x".repeat(longest + 1), '{"code":"nothing"}', "["],
  ["a", "b"],
  Array.from({ length: most }, (_, i) => `${i}`),
];

/**
 * Forms that are good but for one field, in every shape that the form has. The first one gets everything that is wrong, in
 * each field; of the others, in which a field seldom has other rules, each field gets another third.
 */
export async function* wrongForms({ schema }: Form): AsyncGenerator<{ name: string; values: Values }> {
  for (const [shape, good] of (await fillAll(schema)).entries()) {
    for (const [i, [name, { longest, most }]] of [...knownFields(schema)].entries()) {
      const { [name]: _, ...others } = good;
      for (const [j, value] of wrong(longest, most).entries()) {
        if (shape > 0 && (shape + i + j) % 3 > 0) continue;
        yield { name, values: value === undefined ? others : { ...others, [name]: value } };
      }
    }
  }
}
