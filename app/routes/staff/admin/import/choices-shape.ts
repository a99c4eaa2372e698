import { z } from "zod";
import { fields } from "~/models/admin/imports/columns";
import { dateChoices } from "~/models/admin/imports/date-column";
import { encodings } from "~/models/core/text/encodings";
import * as field from "~/models/core/text/fields";
import { statuses } from "~/models/feedback/posts/lifecycle";

/** The value of a select where nothing is chosen; no choice can have it. */
export const none = "none";

/** Rows of a table come as lists of the same length, or as one value each. */
const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item).max(200));

const place = z.string().regex(/^(none|\d{1,4})$/);
const wrong = field.say({ code: "choice" });

/** The form of a dry run, as the command takes it. */
export const choicesForm = z
  .object({
    format: z.string().max(40).default(none),
    encoding: field.choice([none, ...encodings]).default(none),
    dates: field.choice([none, ...dateChoices]).default(none),
    source: field.optionalLine({ max: 100 }),
    board: z.union([z.literal(none), field.id()], wrong),
    field: list(z.enum(fields as [string, ...string[]])),
    column: list(place),
    there: list(z.string().max(100)),
    here: list(z.enum([none, ...statuses])),
    step: z.enum(["check", "import"]),
  })
  .refine(({ field, column, there, here }) => field.length === column.length && there.length === here.length)
  .transform(({ format, encoding, dates, source, board, field: names, column, there, here, step }) => ({
    step,
    chosen: {
      format: format === none ? undefined : format,
      encoding: encodings.find((one) => one === encoding),
      dates: dateChoices.find((one) => one === dates),
      source,
      boardId: board === none ? undefined : board,
      columns: names.map((name, i) => {
        const at = column[i] ?? none;
        return [name as (typeof fields)[number], at === none ? undefined : Number(at)] as [
          (typeof fields)[number],
          number | undefined,
        ];
      }),
      statuses: there.map((name, i) => {
        const to = here[i] ?? none;
        return [name, to === none ? undefined : to] as [string, (typeof statuses)[number] | undefined];
      }),
    },
  }));
