import { button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { useWords } from "~/ui/frame";
import type { Cards } from "./load-roadmap.server";

interface Props extends Pick<Cards, "filter" | "boards" | "tags"> {
  /** Of the roadmap that is narrowed. */
  path: string;
}

/** Narrows a roadmap to a board and a tag. */
export function CardFilters({ path, filter, boards, tags }: Props) {
  const { t } = useWords();
  if (boards.length < 2 && tags.length === 0) return null;
  const isNarrow = filter.board !== undefined || filter.tag !== undefined;
  return (
    <search>
      <form action={path} className="mt-5 flex flex-wrap items-end gap-3 *:max-sm:grow">
        <Choice
          name="board"
          label={t("filter.boards")}
          value={filter.board ?? ""}
          none={t("filter.allBoards")}
          options={boards.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        {tags.length > 0 && (
          <Choice
            name="tag"
            label={t("filter.tags")}
            value={filter.tag ?? ""}
            none={t("roadmap.allTags")}
            options={tags.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        )}
        <button type="submit" className={button("quiet")}>
          {t("filter.label")}
        </button>
        {isNarrow && (
          <a href={path} className={button("plain")}>
            {t("list.showAll")}
          </a>
        )}
      </form>
    </search>
  );
}
