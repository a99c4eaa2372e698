import type { Holiday } from "#db/schema/support/promises";
import { cleanLine } from "../../core/text/clean";
import { Thread } from "../../core/thread.server";
import { mostHolidays } from "./holidays";

/** Milliseconds, with those who came before: ten times what the slowest file takes. */
const patience = 10_000;

const thread = new Thread<{ text: string; most: number }, Holiday[] | undefined>(
  new URL("./read-calendar.worker.js", import.meta.url),
  { text: "", most: 0 },
  { idle: 60_000, megabytes: 256, waiting: 10 },
);

/**
 * The days of a calendar's file, read in a thread of its own, since some take half a second.
 * @returns undefined for what is no such file, and for one with more days than a schedule can have
 */
export async function readCalendar(text: string): Promise<Holiday[] | undefined> {
  const found = await thread.run({ text, most: mostHolidays }, patience).catch(() => undefined);
  return found?.map(({ date, name }) => ({ date, name: cleanLine(name) }));
}
