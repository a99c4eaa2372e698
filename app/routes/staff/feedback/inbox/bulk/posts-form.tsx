import { type SubmissionResult, useForm } from "@conform-to/react";
import type { SerializeFrom } from "@remix-run/node";
import { type Change, writeChange } from "~/models/feedback/inbox/change";
import type { previewBulk } from "~/models/feedback/inbox/preview-bulk.server";
import { needsAnswer, takesRelease } from "~/models/feedback/posts/lifecycle";
import { postPath } from "~/models/feedback/posts/post-path";
import { MarkdownField, TextField } from "~/ui/form";
import { useWords } from "~/ui/frame";
import { BulkForm } from "../../../bulk/bulk-form";

interface Props {
  preview: SerializeFrom<Awaited<ReturnType<typeof previewBulk>>> & { id: string; change: Change; isCut: boolean };
  /** The change in words. */
  what: string;
  lastResult: unknown;
}

/** What a bulk action would do to posts; a move takes an answer along. */
export function PostsForm({ preview: { id, change, isCut, posts, gone, hearers }, what, lastResult }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<Record<"answer" | "release", string>>({
    id: "bulk",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
  });
  return (
    <BulkForm
      noun="post"
      id={id}
      change={writeChange(change)}
      what={what}
      isCut={isCut}
      items={posts.map((post) => ({ ...post, key: String(post.number), path: postPath(post) }))}
      gone={gone.map((number) => `#${number}`)}
      hearers={change.type === "move" ? hearers : undefined}
      errors={form.errors}
    >
      {change.type === "move" && (
        <>
          <MarkdownField
            field={fields.answer}
            label={t("move.answer")}
            hint={t(needsAnswer(change.to) ? "move.needsAnswer" : "bulk.answerHint")}
            optional={!needsAnswer(change.to)}
          />
          {takesRelease(change.to) && <TextField field={fields.release} label={t("move.release")} optional />}
        </>
      )}
    </BulkForm>
  );
}
