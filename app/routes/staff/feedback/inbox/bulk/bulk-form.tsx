import { type SubmissionResult, useForm } from "@conform-to/react";
import type { SerializeFrom } from "@remix-run/node";
import type { Change } from "~/models/feedback/inbox/change";
import type { previewBulk } from "~/models/feedback/inbox/preview-bulk.server";
import { needsAnswer, takesRelease } from "~/models/feedback/posts/lifecycle";
import { postPath } from "~/models/feedback/posts/post-path";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { MarkdownField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { VerdictBadge } from "./verdict-badge";

interface Props {
  preview: SerializeFrom<Awaited<ReturnType<typeof previewBulk>>> & { id: string; change: Change };
  /** The change in words. */
  what: string;
  lastResult: unknown;
}

/** What a bulk action would do, post by post, and the button that does it. */
export function BulkForm({ preview: { id, change, posts, gone, hearers }, what, lastResult }: Props) {
  const { t, number } = useWords();
  const [form, fields] = useForm<Record<"answer" | "release", string>>({
    id: "bulk",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
  });
  const changing = posts.filter(({ verdict }) => verdict === "changed");
  return (
    <form method="post" noValidate className="mt-6 space-y-5">
      <FormProblem errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="change" value={`${change.type}:${change.type === "move" ? change.to : change.id}`} />
      {changing.map(({ number, stamp }) => (
        <input key={number} type="hidden" name="chosen" value={`${number} ${stamp}`} />
      ))}
      <h2 className="text-lg">{what}</h2>
      <ul className={`${card} divide-y divide-line`}>
        {posts.map((post) => (
          <li key={post.number} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <a href={postPath(post)} dir="auto" className="min-w-0 grow basis-56 no-underline hover:text-accent">
              {post.title}
            </a>
            <VerdictBadge verdict={post.verdict} when="before" />
          </li>
        ))}
        {gone.map((post) => (
          <li key={post} className="flex items-center gap-4 px-4 py-3">
            <span className="grow">#{post}</span>
            <VerdictBadge verdict="gone" when="before" />
          </li>
        ))}
      </ul>
      {change.type === "move" && changing.length > 0 && (
        <>
          <p>{t("bulk.hearers", { count: hearers, people: number(hearers) })}</p>
          <MarkdownField
            field={fields.answer}
            label={t("move.answer")}
            hint={t(needsAnswer(change.to) ? "move.needsAnswer" : "bulk.answerHint")}
            optional={!needsAnswer(change.to)}
          />
          {takesRelease(change.to) && <TextField field={fields.release} label={t("move.release")} optional />}
        </>
      )}
      {changing.length > 0 ? (
        <button type="submit" className={button()}>
          {t("bulk.submit", { count: changing.length, posts: number(changing.length) })}
        </button>
      ) : (
        <p>{t("bulk.nothing")}</p>
      )}
    </form>
  );
}
