import type { ReactNode } from "react";
import { canBeVoted } from "~/models/feedback/posts/lifecycle";
import { postPath } from "~/models/feedback/posts/post-path";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import type { MergePreviewData } from "./load-merge.server";

/** Shows how votes and followers will count after a merge, and how many people are told. */
export function MergePreview({ number, preview }: { number: number; preview: MergePreviewData }) {
  const { t, number: digits } = useWords();
  const { into, original, duplicate, votedForBoth } = preview;
  return (
    <section aria-labelledby="preview" className={`${card} mt-6 p-5`}>
      <h2 id="preview" className="text-xs font-semibold text-muted">
        {t("merge.original")}
      </h2>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <a href={postPath(original)} className="font-medium text-ink underline">
          <bdi>
            #{original.number} {original.title}
          </bdi>
        </a>
        <StatusBadge status={original.status} />
      </p>
      {into !== original.number && (
        <p className="mt-2 text-sm text-muted">{t("merge.intoRoot", { number: into, original: original.number })}</p>
      )}
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        <Count label={t("merge.votes")}>
          <bdi className="tabular-nums">
            {digits(original.voteCount)} + {digits(duplicate.voteCount)}
            {votedForBoth > 0 && ` − ${digits(votedForBoth)}`} = {digits(preview.votes)}
          </bdi>
          {votedForBoth > 0 && (
            <span className="block text-muted">
              {t("merge.votedForBoth", { count: votedForBoth, people: digits(votedForBoth) })}
            </span>
          )}
        </Count>
        <Count label={t("merge.followers")}>
          {t("merge.change", { before: digits(original.followerCount), after: digits(preview.followers) })}
        </Count>
        <Count label={t("merge.comments")}>
          {t("merge.change", {
            before: digits(original.commentCount),
            after: digits(original.commentCount + duplicate.commentCount),
          })}
        </Count>
        <Count label={t("merge.told")}>
          {t("merge.people", { count: preview.told, people: digits(preview.told) })}
        </Count>
      </dl>
      {!canBeVoted(original) && <p className="mt-4 text-sm text-muted">{t("merge.frozen")}</p>}
      <form method="post" action={`/posts/${number}/merge`} className="mt-5">
        <input type="hidden" name="into" value={into} />
        <button type="submit" className={button()}>
          {t("merge.submit", { number, original: original.number })}
        </button>
      </form>
    </section>
  );
}

function Count({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
