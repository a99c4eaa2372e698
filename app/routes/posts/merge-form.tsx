import { type SubmissionResult, useForm } from "@conform-to/react";
import type { PostStatus } from "#db/schema/feedback/posts";
import { button } from "~/ui/button";
import { TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";

interface Similar {
  number: number;
  title: string;
  status: PostStatus;
  voteCount: number;
  score: number;
  words: string[];
}

interface Props {
  number: number;
  similar: Similar[];
  /** An original is chosen; this is about choosing another. */
  hasPreview: boolean;
  lastResult?: unknown;
}

/** Which post is the original: one with similar words, or any other. */
export function MergeForm({ number, similar, hasPreview, lastResult }: Props) {
  const { t, number: digits, percent, list } = useWords();
  const [form, fields] = useForm<{ into: string }>({
    id: "merge",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
  });
  return (
    <form action={`/posts/${number}/merge`} noValidate className="mt-8 space-y-5">
      <h2 className="text-lg">{t(hasPreview ? "merge.chooseAnother" : "merge.choose")}</h2>
      <FormProblem errors={form.errors} />
      {similar.length > 0 && (
        <fieldset>
          <legend className="text-sm font-medium">{t("merge.similar")}</legend>
          <div className="mt-2 space-y-2">
            {similar.map((post) => (
              <label key={post.number} className="flex items-start gap-2 text-sm">
                <input type="radio" name="into" value={post.number} className="mt-0.5 size-4 shrink-0 accent-accent" />
                <span className="min-w-0">
                  <bdi>
                    #{post.number} {post.title}
                  </bdi>
                  <span className="flex flex-wrap items-center gap-x-3 text-xs text-muted">
                    <StatusBadge status={post.status} />
                    {t("vote.count", { count: post.voteCount, votes: digits(post.voteCount) })}
                    <bdi>{t("merge.alike", { percent: percent(post.score), words: list(post.words) })}</bdi>
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <TextField
        field={fields.into}
        label={t(similar.length > 0 ? "merge.another" : "merge.original")}
        hint={t("merge.originalHint")}
        dir="ltr"
      />
      <button type="submit" className={button("quiet")}>
        {t("merge.preview")}
      </button>
    </form>
  );
}
