import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { type MailWishes, nextDigest, planMail, replanMail } from "~/models/telling/notifications/mail-plan";

const wishes = (change: Partial<MailWishes> = {}): MailWishes => ({
  mailPace: "daily",
  movesInDigest: false,
  digestHour: 8,
  digestDay: 1,
  timeZone: "UTC",
  ...change,
});

const at = new Date("2026-03-04T10:00:00Z"); // a Wednesday
const hours = 3_600_000;

test.each([
  // pace, moves in digest, a comment's plan, a move's plan
  ["instant", false, "single now", "single now"],
  ["instant", true, "single now", "single now"],
  ["bundled", false, "bundle in 0.25 h", "single now"],
  ["bundled", true, "bundle in 0.25 h", "single now"],
  ["daily", false, "digest in 22 h", "single now"],
  ["daily", true, "digest in 22 h", "digest in 22 h"],
  ["weekly", false, "digest in 118 h", "single now"],
  ["weekly", true, "digest in 118 h", "digest in 118 h"],
  ["off", false, "nothing", "nothing"],
  ["off", true, "nothing", "nothing"],
] as const)("%s, moves in the digest: %s → comments: %s, moves: %s", (mailPace, movesInDigest, comment, move) => {
  const say = (isMilestone: boolean) => {
    const plan = planMail(wishes({ mailPace, movesInDigest }), isMilestone, at);
    if (!plan) return "nothing";
    const wait = (plan.mailDueAt.getTime() - at.getTime()) / hours;
    return `${plan.mailForm} ${wait ? `in ${wait} h` : "now"}`;
  };
  expect([say(false), say(true)]).toEqual([comment, move]);
});

test.each([
  // In spring the hour from two to three is left out; in autumn it comes twice.
  ["Europe/Berlin", 2, "2026-03-28T12:00Z", "2026-03-29T01:00:00.000Z"],
  ["Europe/Berlin", 2, "2026-10-24T12:00Z", "2026-10-25T00:00:00.000Z"],
  ["Europe/Berlin", 2, "2026-10-25T00:30Z", "2026-10-26T01:00:00.000Z"],
  ["America/New_York", 2, "2026-03-08T00:00Z", "2026-03-08T07:00:00.000Z"],
  ["America/New_York", 1, "2026-11-01T00:00Z", "2026-11-01T05:00:00.000Z"],
  ["Asia/Kathmandu", 8, "2026-03-04T00:00Z", "2026-03-04T02:15:00.000Z"],
  // Samoa left out the whole of 30 December 2011.
  ["Pacific/Apia", 8, "2011-12-29T20:00Z", "2011-12-30T18:00:00.000Z"],
  ["UTC", 8, "2026-03-04T08:00Z", "2026-03-05T08:00:00.000Z"],
])("in %s, the digest of %i o'clock after %s comes at %s", (timeZone, digestHour, after, expected) => {
  expect(nextDigest(wishes({ timeZone, digestHour }), new Date(after)).toISOString()).toBe(expected);
});

const zones = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "UTC"];

test("a digest is never in the past, at most a day or a week away, and the clock there shows the hour that was chosen", () => {
  const anyMoment = fc.date({ min: new Date("2010-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom("daily" as const, "weekly" as const),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 1, max: 7 }),
      anyMoment,
      (timeZone, mailPace, digestHour, digestDay, after) => {
        const due = nextDigest(wishes({ timeZone, mailPace, digestHour, digestDay }), after);
        const wait = due.getTime() - after.getTime();
        expect(wait).toBeGreaterThan(0);
        // A day that was left out makes the wait a day longer, as a clock that is put back makes it an hour longer.
        const leftOut = timeZone === "Pacific/Apia" && after.getUTCFullYear() === 2011 ? 24 : 0;
        expect(wait).toBeLessThanOrEqual(((mailPace === "weekly" ? 168 : 24) + 1 + leftOut) * hours);
        const there = Temporal.Instant.fromEpochMilliseconds(due.getTime()).toZonedDateTimeISO(timeZone);
        const isLeftOut = there.hour !== digestHour;
        // Where the clock is put forward over the hour, the digest comes an hour later.
        if (isLeftOut) expect([there.hour, there.hoursInDay]).toEqual([digestHour + 1, 23]);
        expect(there.minute).toBe(0);
        if (mailPace === "weekly" && !leftOut) expect(there.dayOfWeek).toBe(digestDay);
      },
    ),
    { numRuns: 2000 },
  );
});

test("two digests of one person are at least most of a day apart, whenever the clock changes", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 23 }), (timeZone, digestHour) => {
      let last = new Date("2026-01-01T00:00Z");
      for (let i = 0; i < 370; i++) {
        const next = nextDigest(wishes({ timeZone, digestHour }), last);
        if (i > 0) expect(next.getTime() - last.getTime()).toBeGreaterThanOrEqual(22 * hours);
        last = next;
      }
    }),
    { numRuns: 20 },
  );
});

test("what has waited comes at once and together when its reader wants no waiting any more", () => {
  const instant = wishes({ mailPace: "instant" });
  expect(replanMail("digest", instant, false, at)).toEqual({ mailForm: "digest", mailDueAt: at });
  expect(replanMail("bundle", instant, false, at)).toEqual({ mailForm: "bundle", mailDueAt: at });
  expect(replanMail("digest", wishes({ mailPace: "bundled" }), true, at)).toEqual({
    mailForm: "digest",
    mailDueAt: at,
  });
  expect(replanMail("bundle", wishes(), false, at)?.mailForm).toBe("digest");
  expect(replanMail("digest", wishes({ mailPace: "off" }), true, at)).toBeUndefined();
});
