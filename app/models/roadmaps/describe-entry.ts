import type { PostStatus } from "#db/schema/posts";
import type { Words } from "~/i18n";
import type { ColumnLabel } from "../events/types";
import { columnName, targetName } from "./names";
import type { Target } from "./target";

interface Entry {
  type: string;
  actorName: string | null;
  data?: unknown;
}

/** An entry of a roadmap's history as a sentence. */
export function describeEntry(words: Words, { type, actorName, data }: Entry): string {
  const key = type.replace("roadmap.", "") as "moved";
  return words.t(`roadmap.history.entry.${key}`, {
    name: actorName ?? words.t("people.deleted"),
    ...namesIn(words, type, (data ?? {}) as Record<string, unknown>),
  });
}

/** What was promised in the team's own words, where this entry is about them. */
export function wordsOfEntry({ type, data }: Entry): string {
  const { note } = (data ?? {}) as { note?: unknown };
  return type === "roadmap.note_changed" && typeof note === "string" ? note : "";
}

function namesIn(words: Words, type: string, data: Record<string, unknown>): Record<string, string> {
  const name = (value: unknown): string => {
    if (type === "moved") return words.t(`status.${value as PostStatus}`);
    if (type === "roadmap.target_changed") return targetName(words, value as Target);
    return columnName(words, value as ColumnLabel);
  };
  const told = Object.entries(data).filter(([key]) => ["from", "to", "column"].includes(key));
  return Object.fromEntries(told.map(([key, value]) => [key, name(value)]));
}
