import type { Words } from "~/i18n";

/** Who else is writing an answer, as a sentence; empty for nobody. */
export function writersOf({ t, list }: Words, names: (string | null)[]): string {
  if (names.length === 0) return "";
  const people = list(names.map((name) => name ?? t("people.nameless")));
  return t("tickets.writing", { people, count: names.length });
}
