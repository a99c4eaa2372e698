import { type SubmissionResult, useForm } from "@conform-to/react";
import type { Mentionable } from "~/models/feedback/comments/people.server";
import { AttachFiles } from "~/ui/attach-files";
import { button } from "~/ui/button";
import { MarkdownField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { Honeypot } from "~/ui/honeypot";
import { type SavedReply, SavedReplyPicker } from "~/ui/saved-reply-picker";
import { MentionPicker } from "./mention-picker";

interface Props {
  number: number;
  /** For the comment to be: sent twice, it is there once. */
  id: string;
  parentId?: string;
  /** Whom the comment may mention without their handles being typed. */
  people: Mentionable[];
  /** What the team has saved to comment with. */
  savedReplies: SavedReply[];
  /** What the comment begins with. */
  body?: string;
  lastResult?: unknown;
}

export function CommentForm({ number, id, parentId, people, savedReplies, body, lastResult }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<{ body: string; mentions: string[] }>({
    id: parentId ? `reply-${parentId}` : "comment",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: { body },
  });
  const action = `/posts/${number}/comments`;
  const query = parentId ? `reply=${parentId}&` : "";
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate className="mt-6 space-y-3">
      <FormProblem errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      <Honeypot />
      <SavedReplyPicker
        answered={`post=${number}`}
        savedReplies={savedReplies}
        prefill={(saved) => `${action}?${query}saved=${saved}`}
      >
        <MentionPicker number={number} people={people} chosen={fields.mentions.initialValue}>
          <MarkdownField field={fields.body} label={t(parentId ? "comment.replyLabel" : "comment.label")} />
        </MentionPicker>
      </SavedReplyPicker>
      <AttachFiles draft={id} />
      <button type="submit" className={button(parentId ? "quiet" : "primary")}>
        {t(parentId ? "comment.reply" : "comment.submit")}
      </button>
    </form>
  );
}
