import type { PostStatus } from "#db/schema/feedback/posts";
import type { Words } from "~/i18n";
import { sentenceOf } from "../../core/events/sentence";
import type { EventType } from "../../core/events/types";
import { namesOfRoadmaps } from "./names";

interface Item {
  /** `moved` is a move of the post; the others are events. */
  type: string;
  actorName: string | null;
  data?: unknown;
}

/** An item of a roadmap's history as a sentence. */
export function describeHistoryItem(words: Words, { type, actorName, data }: Item): string {
  const { t } = words;
  if (type !== "moved") {
    const told = { type: type as EventType, data: data ?? {}, isByProduct: false, actorName };
    return sentenceOf(words, told, namesOfRoadmaps(words));
  }
  const { from, to } = data as { from: PostStatus; to: PostStatus };
  return t("roadmap.history.moved", {
    name: actorName ?? t("people.deleted"),
    from: t(`status.${from}`),
    to: t(`status.${to}`),
  });
}

/** What was promised in the team's own words, where this item is about them. */
export function noteOfHistoryItem({ type, data }: Item): string {
  const { note } = (data ?? {}) as { note?: unknown };
  return type === "roadmap.note_changed" && typeof note === "string" ? note : "";
}
