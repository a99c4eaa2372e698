/** Whole days, of UTC where nobody names another clock, from the first to before the last: `2026-11-02` and `2026-11-09` are a week. */
export interface Period {
  from: string;
  to: string;
}

const toDay = (at: Date): string => at.toISOString().slice(0, 10);

const day = 24 * 60 * 60_000;

export const addDays = (from: string, days: number): string =>
  toDay(new Date(Date.parse(`${from}T00:00:00Z`) + days * day));

/** The Monday of the week in which a moment lies. */
export function mondayOf(at: Date): string {
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return toDay(new Date(at.getTime() - sinceMonday * day));
}
