import type { SerializeFrom } from "@remix-run/node";
import type { Change } from "~/models/feedback/timeline/list-changes.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { PersonName } from "~/ui/person";
import { Pieces } from "~/ui/pieces";
import { When } from "~/ui/when";

interface Props {
  change: SerializeFrom<Change>;
  number: number;
}

/** What somebody changed, field by field; or that it was removed, and by whom. */
export function ChangeItem({ change, number }: Props) {
  const { t } = useWords();
  return (
    <article className={`${card} p-4`}>
      <p className="text-sm text-muted">
        <PersonName name={change.editorName} /> · <When at={change.at} /> ·{" "}
        {t(change.commentId ? "history.comment" : "history.post")}
      </p>
      {change.removedAt ? (
        <p className="mt-3 text-sm text-muted">
          {t(change.remover.isAuthor ? "history.removed.author" : "history.removed.moderators")} ·{" "}
          <PersonName name={change.remover.name} /> · <When at={change.removedAt} />
        </p>
      ) : (
        Object.entries(change.fields).map(([name, pieces]) => (
          <div key={name} className="mt-3">
            <h2 className="text-xs font-medium text-muted">{t(`history.field.${name as "title"}`)}</h2>
            <Pieces pieces={pieces} />
          </div>
        ))
      )}
      {change.mayRemove && (
        <p className="mt-3 text-sm">
          <a href={`/posts/${number}/history/${change.id}/remove`} className="text-muted underline">
            {t("history.remove")}
          </a>
        </p>
      )}
    </article>
  );
}
