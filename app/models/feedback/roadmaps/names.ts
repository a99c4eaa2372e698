import type { Words } from "~/i18n";
import type { Column } from "~/models/feedback/roadmaps/column";
import { describeTarget, type Target } from "~/models/feedback/roadmaps/target";
import type { Names } from "../../core/events/event-row";

export const roadmapName = ({ t }: Words, { name }: { name: string }): string => name || t("roadmap.title");

/** A column without a name is called like what stands in it. */
export function columnName({ t }: Words, { name, statuses }: Pick<Column, "name" | "statuses">): string {
  return name || t(`status.${statuses[0] ?? "open"}`);
}

export function targetName({ t }: Words, target: Target): string {
  if (target === "") return t("roadmap.noTarget");
  const { key, params } = describeTarget(target);
  return t(`roadmap.target.${key}`, params);
}

/** Names for the sentences of what happens on roadmaps; events of theirs mention nothing else. */
export function namesOfRoadmaps(words: Words): Names {
  const unknown = () => words.t("events.forgotten");
  return {
    board: unknown,
    tag: unknown,
    person: unknown,
    column: (label) => columnName(words, label),
    target: (target) => targetName(words, target as Target),
  };
}
