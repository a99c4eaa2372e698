import type { Board } from "~/models/feedback/boards/queries.server";
import { useWords } from "~/ui/frame";

export function Breadcrumbs({ post, boards }: { post: { number: number; boardId: number }; boards: Board[] }) {
  const { t } = useWords();
  const board = boards.find(({ id }) => id === post.boardId);
  return (
    <nav aria-label={t("nav.breadcrumbs")} className="mb-4 text-sm text-muted">
      <ol className="flex flex-wrap gap-x-2">
        <li>
          <a href="/" className="no-underline hover:text-ink hover:underline">
            {t("nav.list")}
          </a>
        </li>
        {board && (
          <li className="before:me-2 before:content-['/']">
            <a href={`/?board=${board.slug}`} className="no-underline hover:text-ink hover:underline">
              <bdi>{board.name}</bdi>
            </a>
          </li>
        )}
        <li aria-current="page" className="before:me-2 before:content-['/']">
          #{post.number}
        </li>
      </ol>
    </nav>
  );
}
