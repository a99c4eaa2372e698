import type { Board } from "~/models/feedback/boards/queries.server";
import { statuses } from "~/models/feedback/posts/lifecycle";
import type { Tag } from "~/models/feedback/tags/queries.server";
import { useFrame } from "~/ui/frame";

/** What can be done with several posts at once. */
export function useBulkGroups(boards: Board[], tags: Tag[]) {
  const { words, settings } = useFrame();
  const { t } = words;
  const offered = statuses.filter((to) => settings.statuses[to].isOffered);
  return [
    {
      label: t("bulk.groups.move"),
      options: offered.map((to) => [`move:${to}`, t(`status.${to}`)] as const),
    },
    { label: t("bulk.groups.tag"), options: tags.map(({ id, name }) => [`tag:${id}`, name] as const) },
    { label: t("bulk.groups.untag"), options: tags.map(({ id, name }) => [`untag:${id}`, name] as const) },
    { label: t("bulk.groups.board"), options: boards.map(({ id, name }) => [`board:${id}`, name] as const) },
  ];
}
