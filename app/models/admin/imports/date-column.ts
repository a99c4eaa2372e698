import { cleanLine } from "../../core/text/clean";
import { type DateOrder, orderOf } from "./read-date";

/** Answers to how dates are meant that can be read two ways. */
export const dateChoices = ["day-first", "month-first", "leave-out"] as const;

export type DateChoice = (typeof dateChoices)[number];

/** How the dates of a file are read. */
export interface DateColumn {
  order?: DateOrder;
  /** A date that shows the order, or was chosen to be read so. */
  example?: string;
  /** One that could be two days, where nothing says which: somebody has to be asked. */
  question?: string;
}

/**
 * One date that can be read one way only decides for all of its file. Where there is none, or two contradict each other,
 * it is a question: half of the guesses would be wrong, and nobody would see which.
 */
export async function readDateColumn(cells: AsyncIterable<string>, chosen?: DateChoice): Promise<DateColumn> {
  const first = new Map<DateOrder | "either", string>();
  for await (const cell of cells) {
    const order = first.size < 3 ? orderOf(cell) : undefined;
    if (order && !first.has(order)) first.set(order, cleanLine(cell).slice(0, 40));
  }
  const either = first.get("either");
  if (chosen) return chosen === "leave-out" ? {} : { order: chosen, example: either };
  const [order, ...others] = (["day-first", "month-first"] as const).filter((one) => first.has(one));
  if (!either) return {};
  return order && others.length === 0 ? { order, example: first.get(order) } : { question: either };
}
