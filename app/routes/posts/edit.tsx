import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { mayEdit } from "~/models/core/users/policy";
import { postEdit } from "~/models/feedback/posts/draft";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { findPostText } from "~/models/feedback/posts/find-post.server";
import { button } from "~/ui/button";
import { FilesLink } from "~/ui/files-link";
import { MarkdownField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { BugFields } from "./bug-fields";
import type { PostFormFields } from "./post-form";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { db, words } = args.context;
  const post = await findPostText(db, viewer, requireNumber(args.params));
  if (!post) throw new DomainError("notFound");
  if (!mayEdit(viewer, post)) throw new DomainError("forbidden");
  return { head: { title: words.t("editPost.title"), isPrivate: true }, post };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const number = requireNumber(args.params);
  const edit = await readForm(args, postEdit);
  await editPost(args.context.db, { viewer, number, edit });
  return doneAt(`/posts/${number}`, args.context, "done.saved");
}

export default function EditPost() {
  const { t } = useWords();
  const { post } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<PostFormFields>({
    id: "post",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: post,
  });
  return (
    <form method="post" action={`/posts/${post.number}/edit`} noValidate className="mx-auto max-w-2xl space-y-6">
      <h1 className="text-2xl tracking-tight">{t("editPost.title")}</h1>
      <p className="text-muted">{t("editPost.intro")}</p>
      <FormProblem errors={form.errors} />
      <input type="hidden" name="kind" value={post.kind} />
      <TextField field={fields.title} label={t("postForm.title")} />
      {post.kind === "idea" ? (
        <MarkdownField field={fields.body} label={t("postForm.body")} tall />
      ) : (
        <BugFields fields={fields} />
      )}
      <FilesLink kind="post" id={post.id} />
      <div className="flex gap-3">
        <button type="submit" className={button()}>
          {t("form.save")}
        </button>
        <a href={`/posts/${post.number}`} className={button("plain")}>
          {t("form.cancel")}
        </a>
      </div>
    </form>
  );
}
