import type { Board } from "~/models/feedback/boards/queries.server";
import type { InboxFilter } from "~/models/feedback/inbox/filter";
import { statuses } from "~/models/feedback/posts/lifecycle";
import { kinds } from "~/models/feedback/posts/list-filter";
import type { Tag } from "~/models/feedback/tags/queries.server";
import { button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { useWords } from "~/ui/frame";
import { Tick } from "~/ui/tick";

interface Props {
  filter: InboxFilter;
  boards: Board[];
  tags: Tag[];
}

/** Which posts to show. */
export function InboxFilters({ filter: { board, kind, tag, status, unanswered, flagged }, boards, tags }: Props) {
  const { t } = useWords();
  const named = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, label: name });
  return (
    <form action="/staff/inbox" aria-label={t("filter.label")} className="mt-6 space-y-3">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Choice
          name="status"
          label={t("filter.status")}
          value={status === "open" ? "" : status}
          none={t("status.open")}
          options={statuses.filter((one) => one !== "open").map((value) => ({ value, label: t(`status.${value}`) }))}
        />
        <Choice
          name="board"
          label={t("filter.boards")}
          value={board ?? ""}
          none={t("filter.allBoards")}
          options={boards.map(named)}
        />
        <Choice
          name="kind"
          label={t("filter.kind")}
          value={kind ?? ""}
          none={t("filter.allKinds")}
          options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <Choice
          name="tag"
          label={t("filter.tags")}
          value={tag ?? ""}
          none={t("inbox.anyTag")}
          options={tags.map(named)}
        />
      </div>
      <Tick name="unanswered" isChosen={unanswered} label={t("inbox.unanswered")} hint={t("inbox.unansweredHint")} />
      <Tick name="flagged" isChosen={flagged} label={t("inbox.flagged")} hint={t("inbox.flaggedHint")} />
      <button type="submit" className={button("quiet")}>
        {t("inbox.show")}
      </button>
    </form>
  );
}
