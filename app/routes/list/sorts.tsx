import { type ListFilter, listAddress, sorts } from "~/models/feedback/posts/list-filter";
import { useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";

export function Sorts({ filter }: { filter: ListFilter }) {
  const { t } = useWords();
  const choices = sorts.map((sort) => ({
    key: sort,
    href: listAddress(filter, { sort }),
    name: t(`sort.${sort}`),
    isCurrent: sort === filter.sort,
  }));
  return <Segments label={t("list.sort")} choices={choices} className="mt-4 mb-4 lg:mt-5" />;
}
