import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { count, due } from "~/models/support/promises/clock";
import { type NamedHours, readSchedule, type Schedule } from "~/models/support/promises/schedule";

const minute = 60_000;
const at = (text: string): Date => new Date(`${text}Z`);

const workdays = (...hours: NamedHours[]) => [...Array.from({ length: 5 }, () => hours), [], []];
const daily = (...hours: NamedHours[]) => Array.from({ length: 7 }, () => hours);

const office = readSchedule("Europe/Berlin", workdays(["09:00", "17:00"]));
const withLunch = readSchedule("Europe/Berlin", workdays(["09:00", "12:00"], ["13:00", "17:00"]));
const nights = readSchedule("Europe/Berlin", daily(["22:00", "06:00"]));
const christmas = readSchedule("Europe/Berlin", workdays(["09:00", "17:00"]), ["12-25", "2026-12-28"]);
const never = readSchedule("UTC", daily());

interface Case {
  schedule: Schedule | null;
  from: string;
  hours: number;
  pauses?: [from: string, to: string | null][];
  is: string | null;
}

const cases: Record<string, Case> = {
  "within a day": { schedule: office, from: "2026-02-02T09:00", hours: 2, is: "2026-02-02T11:00" },
  "over a weekend": { schedule: office, from: "2026-02-06T14:00", hours: 4, is: "2026-02-09T10:00" },
  "asked before opening": { schedule: office, from: "2026-02-02T03:00", hours: 1, is: "2026-02-02T09:00" },
  "used up just at closing": { schedule: office, from: "2026-02-02T08:00", hours: 8, is: "2026-02-02T16:00" },
  "no time at all": { schedule: office, from: "2026-02-07T03:00", hours: 0, is: "2026-02-07T03:00" },
  "over lunch": { schedule: withLunch, from: "2026-06-01T09:30", hours: 1, is: "2026-06-01T11:30" },
  "over midnight": { schedule: nights, from: "2026-06-01T19:00", hours: 5, is: "2026-06-02T01:00" },
  "a holiday of every year, a weekend, a holiday": {
    schedule: christmas,
    from: "2026-12-24T15:00",
    hours: 2,
    is: "2026-12-29T09:00",
  },
  "a holiday that is over": { schedule: christmas, from: "2027-12-28T09:00", hours: 2, is: "2027-12-28T11:00" },
  "a day of 23 hours": {
    schedule: readSchedule("Europe/Berlin", daily(["00:00", "24:00"])),
    from: "2026-03-28T23:00",
    hours: 23,
    is: "2026-03-29T22:00",
  },
  "hours of which one is jumped over": {
    schedule: readSchedule("America/Los_Angeles", daily(["02:30", "06:00"])),
    from: "2026-03-08T08:00",
    hours: 1,
    is: "2026-03-08T11:30",
  },
  "hours of which some are moved onto others": {
    schedule: readSchedule("Europe/Berlin", daily(["02:00", "02:30"], ["03:00", "04:00"])),
    from: "2026-03-29T00:00",
    hours: 1,
    is: "2026-03-29T02:00",
  },
  "hours that come twice": {
    schedule: readSchedule("Europe/Berlin", daily(["01:00", "04:00"])),
    from: "2026-10-24T22:00",
    hours: 4,
    is: "2026-10-25T03:00",
  },
  "a midnight that there is not": {
    schedule: readSchedule("America/Sao_Paulo", daily(["00:00", "08:00"])),
    from: "2018-11-04T02:00",
    hours: 1,
    is: "2018-11-04T04:00",
  },
  "a day that there is not": {
    schedule: readSchedule("Pacific/Apia", workdays(["09:00", "17:00"])),
    from: "2011-12-29T20:00",
    hours: 8,
    is: "2012-01-01T20:00",
  },
  "a wait in between": {
    schedule: office,
    from: "2026-02-02T09:00",
    hours: 4,
    pauses: [["2026-02-02T10:00", "2026-02-04T10:00"]],
    is: "2026-02-04T13:00",
  },
  "waits that overlap, in any order": {
    schedule: office,
    from: "2026-02-02T09:00",
    hours: 2,
    pauses: [
      ["2026-02-02T10:30", "2026-02-02T12:00"],
      ["2026-02-02T10:00", "2026-02-02T11:00"],
    ],
    is: "2026-02-02T13:00",
  },
  "a wait that lasts": {
    schedule: office,
    from: "2026-02-02T09:00",
    hours: 2,
    pauses: [["2026-02-02T10:00", null]],
    is: null,
  },
  "a wait that begins when it is due": {
    schedule: office,
    from: "2026-02-02T09:00",
    hours: 2,
    pauses: [["2026-02-02T11:00", null]],
    is: "2026-02-02T11:00",
  },
  "around the clock": { schedule: null, from: "2026-02-06T14:00", hours: 72, is: "2026-02-09T14:00" },
  "no hours at all": { schedule: never, from: "2026-02-06T14:00", hours: 1, is: null },
  "more than two years": { schedule: null, from: "2026-02-06T14:00", hours: 24 * 800, is: null },
};

test.each(Object.entries(cases))("%s: when it is due", (_, { schedule, from, hours, pauses = [], is }) => {
  const stretches = pauses.map(([begin, end]) => ({ from: at(begin), to: end === null ? null : at(end) }));
  const found = due(schedule, at(from), hours * 3600, stretches);
  expect(found).toEqual(is === null ? null : at(is));
  if (found) expect(count(schedule, at(from), found, stretches)).toBe(hours * 3600);
});

test("hours are read as they are named, and others refused", () => {
  const monday = (...hours: NamedHours[]) => readSchedule("UTC", [hours]).week;
  expect(monday(["13:00", "17:00"], ["9:00", "12:00"], ["11:00", "13:00"])[0]).toEqual([{ from: 540, to: 1020 }]);
  expect(monday(["22:00", "06:00"])[1]).toEqual([{ from: 0, to: 360 }]);
  expect(monday(["09:00", "09:00"])[0]).toEqual([]);
  for (const wrong of ["24:01", "9", "12:60", "-1:00", ""]) expect(() => monday([wrong, "24:00"])).toThrow(RangeError);
  expect(() => readSchedule("Europe/Nowhere", [])).toThrow(RangeError);
});

const zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata"];
const time = fc
  .integer({ min: 0, max: 96 })
  .map((quarters) => `${Math.floor(quarters / 4)}:${String((quarters % 4) * 15).padStart(2, "0")}`);
const schedules = fc.record({
  timeZone: fc.constantFrom(...zones),
  hours: fc.array(fc.array(fc.tuple(time, time), { maxLength: 3 }), { minLength: 7, maxLength: 7 }),
  holidays: fc.array(fc.constantFrom("2026-03-29", "03-30", "10-25", "2026-04-05", "11-01"), { maxLength: 3 }),
});
/** Around the days on which summer time begins and ends, both ways. */
const moments = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 3, 10) }),
  fc.integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2026, 10, 10) }),
);
const pauses = fc.array(fc.tuple(moments, fc.integer({ min: 1, max: 5 * 24 * 60 * minute })), { maxLength: 3 });

test("when it is due is the inverse of what is counted, which adds up", () => {
  fc.assert(
    fc.property(
      schedules,
      moments,
      fc.integer({ min: 1, max: 40 * 3600 }),
      pauses,
      ({ timeZone, hours, holidays }, start, seconds, waits) => {
        const schedule = readSchedule(timeZone, hours, holidays);
        const stretches = waits.map(([from, length]) => ({ from: new Date(from), to: new Date(from + length) }));
        const from = new Date(start);
        const found = due(schedule, from, seconds, stretches);
        if (!found) return expect(schedule.week.flat()).toEqual([]);
        expect(count(schedule, from, found, stretches)).toBe(seconds);
        expect(count(schedule, from, new Date(+found - 1), stretches)).toBeLessThan(seconds);
        const middle = new Date(Math.floor((+from + +found) / 2));
        const parts = [count(schedule, from, middle, stretches), count(schedule, middle, found, stretches)];
        expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBeCloseTo(seconds, 6);
        const later = due(schedule, from, seconds + 60, stretches);
        expect(later === null || later > found).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

/** The same, minute by minute, as slowly as it can be done. */
function walk(schedule: Schedule, from: number, to: number): number {
  let seconds = 0;
  for (let moment = from; moment < to; moment += minute) if (isOpen(schedule, moment)) seconds += 60;
  return seconds;
}

function isOpen({ timeZone, week, holidays }: Schedule, moment: number): boolean {
  const now = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  const date = now.toPlainDate().toString();
  if (holidays.has(date) || holidays.has(date.slice(5))) return false;
  const minutes = now.hour * 60 + now.minute;
  return (week[now.dayOfWeek - 1] ?? []).some((span) => span.from <= minutes && minutes < span.to);
}

/** Hours that begin and end where no clock is moved, which is what a walk and the rules for moved hours agree on. */
const quiet = fc.integer({ min: 24, max: 96 }).map((quarters) => {
  return `${Math.floor(quarters / 4)}:${String((quarters % 4) * 15).padStart(2, "0")}`;
});
const quietSchedules = fc.record({
  timeZone: fc.constantFrom(...zones),
  hours: fc.array(
    fc.array(fc.oneof(fc.tuple(quiet, quiet), fc.constant<NamedHours>(["00:00", "24:00"])), { maxLength: 2 }),
    { minLength: 7, maxLength: 7 },
  ),
  holidays: fc.array(fc.constantFrom("2026-03-29", "03-30", "10-25"), { maxLength: 2 }),
});

test("it counts what somebody counts who walks through it minute by minute", () => {
  fc.assert(
    fc.property(
      quietSchedules,
      moments,
      fc.integer({ min: 0, max: 4 * 24 * 60 }),
      ({ timeZone, hours, holidays }, start, minutes) => {
        // Hours over midnight would begin or end within what is moved.
        const apart = hours.map((spans) =>
          spans.filter(([from, to]) => Number.parseInt(from, 10) < Number.parseInt(to, 10)),
        );
        const schedule = readSchedule(timeZone, apart, holidays);
        const from = Math.floor(start / minute) * minute;
        const to = from + minutes * minute;
        expect(count(schedule, new Date(from), new Date(to))).toBe(walk(schedule, from, to));
      },
    ),
    { numRuns: 40 },
  );
});
