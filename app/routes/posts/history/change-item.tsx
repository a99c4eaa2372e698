import type { SerializeFrom } from "@remix-run/node";
import type { Piece } from "#db/schema/core/events";
import type { Change } from "~/models/feedback/timeline/list-changes.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { PersonName } from "~/ui/person";
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

function Pieces({ pieces }: { pieces: Piece[] }) {
  return (
    <p dir="auto" className="mt-1 text-sm whitespace-pre-wrap wrap-anywhere">
      {pieces.map((piece, i) => {
        const key = `${i}`;
        return <PieceView key={key} piece={piece} />;
      })}
    </p>
  );
}

function PieceView({ piece: [sign, text] }: { piece: Piece }) {
  const { t, number } = useWords();
  if (sign === "+") return <ins className="bg-success-soft text-success">{text}</ins>;
  if (sign === "-") return <del className="bg-danger-soft text-danger">{text}</del>;
  if (sign === "=") return <span>{text}</span>;
  const count = Number(text);
  const note = sign === "x" ? t("history.removed.text") : t("history.leftOut", { count, characters: number(count) });
  return <span className="text-muted"> [{note}] </span>;
}
