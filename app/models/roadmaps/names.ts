import type { Words } from "~/i18n";
import type { Column } from "~/models/roadmaps/column";
import { describeTarget, type Target } from "~/models/roadmaps/target";

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
