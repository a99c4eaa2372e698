import { type SubmissionResult, useForm } from "@conform-to/react";
import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import { movesFrom, needsAnswer, takesRelease } from "~/models/feedback/posts/lifecycle";
import { keep } from "~/models/feedback/posts/move";
import { button } from "~/ui/button";
import { FieldError, MarkdownField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useFrame, useWords } from "~/ui/frame";
import { type SavedReply, SavedReplyPicker } from "~/ui/saved-reply-picker";

interface Props {
  post: { number: number; kind: PostKind; status: PostStatus };
  /** Customers wait for it in Freshdesk. */
  hasTickets: boolean;
  savedReplies: SavedReply[];
  /** What the official answer begins with. */
  answer?: string;
  lastResult?: unknown;
}

/** Offers the moves that are legal from where the post stands, and no others. */
export function MoveForm({ post, hasTickets, savedReplies, answer, lastResult }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<{ to: string; answer: string; release: string; repliesToFreshdesk: string }>({
    id: "move",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: { to: keep, answer },
  });
  const { statuses } = useFrame().settings;
  const targets = movesFrom(post).filter((to) => statuses[to].isOffered);
  return (
    <form method="post" action={`/posts/${post.number}/move`} noValidate className="mt-3 space-y-4">
      <FormProblem errors={form.errors} />
      <input type="hidden" name="from" value={post.status} />
      <fieldset>
        <legend className="text-sm font-medium">{t("move.to")}</legend>
        <div className="mt-2 space-y-1.5">
          {([keep, ...targets] as const).map((to) => (
            <label key={to} className="flex items-start gap-2 text-sm">
              <input
                type="radio"
                name="to"
                value={to}
                defaultChecked={fields.to.value === to}
                className="mt-0.5 size-4 accent-accent"
              />
              <span>
                {to === keep ? t("move.keep", { status: t(`status.${post.status}`) }) : t(`status.${to}`)}
                {to !== keep && needsAnswer(to) && (
                  <span className="block text-xs text-muted">{t("move.needsAnswer")}</span>
                )}
              </span>
            </label>
          ))}
        </div>
        <FieldError field={fields.to} />
      </fieldset>
      <SavedReplyPicker
        answered={`post=${post.number}`}
        savedReplies={savedReplies}
        prefill={(id) => `/posts/${post.number}/move?reply=${id}`}
      >
        <MarkdownField field={fields.answer} label={t("move.answer")} hint={t("move.answerHint")} />
      </SavedReplyPicker>
      {targets.some(takesRelease) && <TextField field={fields.release} label={t("move.release")} optional />}
      {hasTickets && (
        <label className="flex items-start gap-2 text-sm">
          <input
            type="checkbox"
            name="repliesToFreshdesk"
            defaultChecked={fields.repliesToFreshdesk.value === "on"}
            className="mt-0.5 size-4 accent-accent"
          />
          <span>
            {t("freshdeskPages.move.replies")}
            <span className="block text-xs text-muted">{t("freshdeskPages.move.repliesHint")}</span>
          </span>
        </label>
      )}
      <button type="submit" className={button()}>
        {t("move.submit")}
      </button>
    </form>
  );
}
