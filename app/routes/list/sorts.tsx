import { type ListFilter, listAddress, sorts } from "~/models/posts/list-filter";
import { useWords } from "~/ui/frame";

export function Sorts({ filter }: { filter: ListFilter }) {
  const { t } = useWords();
  return (
    <nav aria-label={t("list.sort")} className="mt-4 mb-4 lg:mt-5">
      <ul className="flex w-fit max-w-full overflow-x-auto rounded-lg bg-sunken p-1 text-sm font-medium text-muted">
        {sorts.map((sort) => (
          <li key={sort}>
            <a
              href={listAddress(filter, { sort })}
              aria-current={sort === filter.sort ? "page" : undefined}
              className="segment block rounded-md px-3 py-1.5 whitespace-nowrap no-underline hover:text-ink"
            >
              {t(`sort.${sort}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
