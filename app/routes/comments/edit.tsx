import type { SubmissionResult } from "@conform-to/react";
import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireId, requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { mayEdit } from "~/models/core/users/policy";
import { commentEdit } from "~/models/feedback/comments/draft";
import { editComment } from "~/models/feedback/comments/edit-comment.server";
import { findComment } from "~/models/feedback/comments/find-comment.server";
import { button } from "~/ui/button";
import { FilesLink } from "~/ui/files-link";
import { MarkdownField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { db, words } = args.context;
  const comment = await findComment(db, viewer, requireId(args.params));
  if (!comment) throw new DomainError("notFound");
  if (!mayEdit(viewer, comment)) throw new DomainError("forbidden");
  const { id, number, body } = comment;
  return { head: { title: words.t("comment.editHeading"), isPrivate: true }, id, number, body };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const id = requireId(args.params);
  const { body } = await readForm(args, commentEdit);
  const { number } = await editComment(args.context.db, { viewer, id, body });
  return doneAt(`/posts/${number}#comment-${id}`, args.context, "done.saved");
}

export default function EditComment() {
  const { t } = useWords();
  const { id, number, body } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ body: string }>({
    id: "comment",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: { body },
  });
  return (
    <form method="post" action={`/comments/${id}/edit`} noValidate className="mx-auto max-w-2xl space-y-5">
      <h1 className="text-2xl tracking-tight">{t("comment.editHeading")}</h1>
      <FormProblem errors={form.errors} />
      <MarkdownField field={fields.body} label={t("comment.label")} />
      <FilesLink kind="comment" id={id} />
      <div className="flex gap-3">
        <button type="submit" className={button()}>
          {t("form.save")}
        </button>
        <a href={`/posts/${number}#comment-${id}`} className={button("plain")}>
          {t("form.cancel")}
        </a>
      </div>
    </form>
  );
}
