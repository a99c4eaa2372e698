import { readFile } from "node:fs/promises";
import { count, due } from "~/models/support/promises/clock";
import { type NamedHours, readSchedule, type Schedule } from "~/models/support/promises/schedule";

// `npm run check:clock -- FILE…`: works out every case of these files, and prints those that come out differently.

interface Calendar {
  timeZone: string;
  hours: Partial<Record<(typeof days)[number], NamedHours[]>>;
  holidays?: string[];
}

type Case = { id: string; calendar: string; waiting: [string, string | null][] } & (
  | { kind: "due"; start: string; targetMinutes: number; due: string | null }
  | { kind: "elapsed"; from: string; to: string; minutes: number }
);

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Usage: npm run check:clock -- FILE [FILE…]");
  process.exit(1);
}

let worked = 0;
let differing = 0;
for (const file of files) {
  const { calendars, cases } = JSON.parse(await readFile(file, "utf8")) as {
    calendars: Record<string, Calendar>;
    cases: Case[];
  };
  const schedules = new Map(Object.entries(calendars).map(([name, calendar]) => [name, asSchedule(calendar)]));
  for (const one of cases) {
    const schedule = schedules.get(one.calendar);
    if (!schedule) throw new Error(`${file}: ${one.id}: there is no calendar ${one.calendar}.`);
    const [wanted, found] = workOut(one, schedule);
    worked += 1;
    if (wanted === found) continue;
    differing += 1;
    console.log(`${one.id}: ${found}, not ${wanted}`);
  }
}
console.log(`${worked} cases: ${differing} differ`);
process.exit(differing === 0 ? 0 : 1);

function asSchedule({ timeZone, hours, holidays = [] }: Calendar): Schedule {
  return readSchedule(
    timeZone,
    days.map((day) => hours[day] ?? []),
    holidays,
  );
}

/** What a case wants, and what comes out. */
function workOut(one: Case, schedule: Schedule): [wanted: string, found: string] {
  const pauses = one.waiting.map(([from, to]) => ({ from: new Date(from), to: to === null ? null : new Date(to) }));
  if (one.kind === "elapsed") {
    const seconds = count(schedule, new Date(one.from), new Date(one.to), pauses);
    return [`${one.minutes} min`, `${seconds / 60} min`];
  }
  const found = due(schedule, new Date(one.start), one.targetMinutes * 60, pauses);
  return [one.due === null ? "never" : new Date(one.due).toISOString(), found?.toISOString() ?? "never"];
}
