import type { Words } from "~/i18n";

export const inHours = (seconds: number): number => Math.round(seconds / 360) / 10;

/** Says seconds in hours, less than one in minutes, and a dash for none. */
export function sayHours({ t, number }: Pick<Words, "t" | "number">, seconds: number | null | undefined): string {
  if (seconds === undefined || seconds === null) return "–";
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return t("deskSettings.span.minutes", { minutes: number(minutes) });
  const count = inHours(seconds);
  return t("insights.answers.hours", { count, hours: number(count) });
}
