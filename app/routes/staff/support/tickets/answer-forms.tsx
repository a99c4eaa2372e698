import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ComponentProps, ReactNode } from "react";
import type { TicketStatus } from "#db/schema/support/tickets";
import { canMoveTicket } from "~/models/support/tickets/lifecycle";
import { AttachFiles } from "~/ui/attach-files";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { MarkdownField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { type SavedReply, SavedReplyPicker } from "~/ui/saved-reply-picker";
import { ArticlePicker } from "./article-picker";

interface Props {
  path: string;
  status: TicketStatus;
  /** For what is to be said: sent twice, it is there once. */
  ids: { message: string; note: string };
  /** The last message that is shown above. */
  seen: string | undefined;
  savedReplies: SavedReply[];
  /** That may answer it. */
  articles: ComponentProps<typeof ArticlePicker>["articles"];
  /** What the one of `kind` begins with. */
  body?: string;
  /** Which of the two was refused, and how. */
  lastResult?: unknown;
  kind?: "message" | "note";
}

/** Where somebody of the team answers, and, apart from it, leaves a note that only the team sees. */
export function AnswerForms({ status, ids, seen, kind, articles, ...common }: Props) {
  return (
    <div className="mt-5 space-y-4">
      {status !== "closed" && kind !== "note" && (
        <AnswerForm {...common} articles={articles} status={status} id={ids.message} seen={seen} />
      )}
      {kind !== "message" && <NoteForm {...common} id={ids.note} isOpen={kind === "note"} />}
    </div>
  );
}

interface OneProps extends Pick<Props, "path" | "savedReplies" | "body" | "lastResult"> {
  id: string;
}

function AnswerForm({
  path,
  status,
  id,
  seen,
  savedReplies,
  articles,
  body,
  lastResult,
}: OneProps & Pick<Props, "status" | "seen" | "articles">) {
  const { t } = useWords();
  const [form, fields] = useForm<{ body: string }>({
    id: "answer",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: { body },
  });
  const ends = (["waiting", "resolved"] as const).filter((to) => canMoveTicket(status, to));
  return (
    <form
      method="post"
      action={`${path}/answer`}
      encType="multipart/form-data"
      noValidate
      className={`${card} space-y-3 p-4`}
    >
      <FormProblem errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="kind" value="message" />
      {seen && <input type="hidden" name="seen" value={seen} />}
      <Replies path={path} kind="message" savedReplies={savedReplies}>
        <ArticlePicker path={path} articles={articles}>
          <MarkdownField field={fields.body} label={t("tickets.answer")} />
        </ArticlePicker>
      </Replies>
      <AttachFiles draft={id} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={button()}>
          {t("tickets.send")}
        </button>
        {ends.map((to) => (
          <button key={to} type="submit" name="next" value={to} className={button("quiet")}>
            {t(`tickets.sendAnd.${to}`)}
          </button>
        ))}
      </div>
    </form>
  );
}

function NoteForm({ path, id, isOpen, savedReplies, body, lastResult }: OneProps & { isOpen: boolean }) {
  const { t } = useWords();
  const [form, fields] = useForm<{ body: string }>({
    id: "note",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: { body },
  });
  return (
    <details open={isOpen} className="rounded-card border border-dashed border-amber bg-amber-soft p-4">
      <summary className="cursor-pointer font-semibold text-amber">
        <Icon name="lock" className="me-1.5 inline size-3.5" />
        {t("tickets.addNote")}
      </summary>
      <form method="post" action={`${path}/answer`} encType="multipart/form-data" noValidate className="mt-3 space-y-3">
        <FormProblem errors={form.errors} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="kind" value="note" />
        <Replies path={path} kind="note" savedReplies={savedReplies}>
          <MarkdownField field={fields.body} label={t("tickets.noteLabel")} />
        </Replies>
        <AttachFiles draft={id} />
        <button type="submit" className={button("quiet")}>
          {t("tickets.saveNote")}
        </button>
      </form>
    </details>
  );
}

interface RepliesProps extends Pick<Props, "path" | "savedReplies"> {
  kind: "message" | "note";
  children: ReactNode;
}

const Replies = ({ path, kind, savedReplies, children }: RepliesProps) => (
  <SavedReplyPicker
    answered={`ticket=${path.slice(path.lastIndexOf("/") + 1)}`}
    savedReplies={savedReplies}
    prefill={(id) => `${path}/answer?kind=${kind}&reply=${id}`}
  >
    {children}
  </SavedReplyPicker>
);
