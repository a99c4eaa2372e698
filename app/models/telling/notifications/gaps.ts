import type { Words } from "~/i18n";
import type { Told } from "./told";

/** Names and titles stand in brackets that keep their direction to themselves. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** What fills a sentence of the `notifications.says` catalogue: who did it, and what else people have named. */
export const gapsOf = <Named extends Record<string, string>>(
  { t }: Words,
  { actorName }: Told,
  named: Named,
): { [Gap in keyof Named | "name"]: string } => {
  const said = { ...named, name: actorName ?? t("people.deleted") };
  return Object.fromEntries(Object.entries(said).map(([gap, text]) => [gap, isolated(text)])) as {
    [Gap in keyof Named | "name"]: string;
  };
};
