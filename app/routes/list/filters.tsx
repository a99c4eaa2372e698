import type { ReactNode } from "react";
import type { Board } from "~/models/feedback/boards/queries.server";
import { kinds, type ListFilter, statusGroups } from "~/models/feedback/posts/list-filter";
import type { Tag } from "~/models/feedback/tags/queries.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { tagLooks } from "~/ui/tag-badge";

interface Props {
  filter: Pick<ListFilter, "board" | "kind" | "status" | "tag">;
  /** Whether anything is chosen that is not as usual. */
  isNarrow: boolean;
  /** Where a choice leads. */
  address: (change: Partial<Pick<ListFilter, "board" | "kind" | "status" | "tag">>) => string;
  boards: Board[];
  tags: Tag[];
}

/** Beside the list on a wide screen, folded above it on a narrow one. */
export function Filters({ filter, isNarrow, address, boards, tags }: Props) {
  const { t } = useWords();
  return (
    <aside aria-label={t("filter.label")} className="max-lg:mt-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
      <details className="aside-from-desktop group">
        <summary className={`${button("quiet", "small")} w-fit`}>
          <Icon name="filter" />
          {t("filter.label")}
          {isNarrow && <span className="size-1.5 rounded-full bg-accent" />}
        </summary>
        <div className="grid grid-cols-1 gap-6 max-lg:mt-4 max-lg:rounded-card max-lg:border max-lg:border-line max-lg:p-4 max-lg:sm:grid-cols-3">
          <Choices label={t("filter.boards")}>
            <Choice href={address({ board: undefined })} chosen={!filter.board}>
              {t("filter.allBoards")}
            </Choice>
            {boards.map(({ slug, name, visibility }) => (
              <Choice key={slug} href={address({ board: slug })} chosen={filter.board === slug}>
                <bdi>{name}</bdi>
                {visibility !== "public" && <Icon name="lock" className="size-3.5" />}
              </Choice>
            ))}
          </Choices>
          <Choices label={t("filter.kind")}>
            <Choice href={address({ kind: undefined })} chosen={!filter.kind}>
              {t("filter.allKinds")}
            </Choice>
            {kinds.map((kind) => (
              <Choice key={kind} href={address({ kind })} chosen={filter.kind === kind}>
                {t(`kinds.${kind}`)}
              </Choice>
            ))}
          </Choices>
          <Choices label={t("filter.status")}>
            {statusGroups.map((status) => (
              <Choice key={status} href={address({ status })} chosen={filter.status === status}>
                {t(`statusGroup.${status}`)}
              </Choice>
            ))}
          </Choices>
          {tags.length > 0 && <Tags filter={filter} address={address} tags={tags} />}
        </div>
      </details>
    </aside>
  );
}

function Choices({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label}>
      <h2 className="text-xs font-semibold text-muted">{label}</h2>
      <ul className="mt-1.5">{children}</ul>
    </nav>
  );
}

function Choice({ href, chosen, children }: { href: string; chosen: boolean; children: ReactNode }) {
  return (
    <li>
      <a href={href} aria-current={chosen || undefined} className="choice">
        {children}
      </a>
    </li>
  );
}

function Tags({ filter, address, tags }: Pick<Props, "filter" | "address" | "tags">) {
  const { t } = useWords();
  return (
    <nav aria-label={t("filter.tags")}>
      <h2 className="text-xs font-semibold text-muted">{t("filter.tags")}</h2>
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {tags.map((tag) => {
          const chosen = filter.tag === tag.slug;
          return (
            <li key={tag.id}>
              <a
                href={address({ tag: chosen ? undefined : tag.slug })}
                aria-current={chosen || undefined}
                className={`${tagLooks(tag.color)} inline-block aria-current:outline-2 aria-current:outline-current`}
              >
                <bdi>{tag.name}</bdi>
                {chosen && <span className="sr-only"> {t("filter.chosen")}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
