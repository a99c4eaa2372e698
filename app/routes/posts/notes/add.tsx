import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireMaintainer, requireNumber } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { isId } from "~/models/core/text/values";
import { addNote } from "~/models/feedback/notes/add-note.server";
import { noteDraft } from "~/models/feedback/notes/draft";
import { findPost } from "~/models/feedback/posts/find-post.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { useWords } from "~/ui/frame";
import { NoteForm } from "./note-form";

/** The page of a note that was refused, with the form as it was filled in. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db, words, outgoing } = args.context;
  const { submission } = outgoing;
  const post = await findPost(db, viewer, requireNumber(args.params));
  if (!post) throw new DomainError("notFound");
  if (!submission) throw redirect(`/posts/${post.number}#notes`);
  const id = isId(submission.payload.id) ? submission.payload.id : uuid();
  const { number, title } = post;
  return { head: { title: words.t("notes.addHeading"), isPrivate: true }, number, title, id };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const number = requireNumber(args.params);
  const draft = await readForm(args, noteDraft);
  const { id } = await addNote(args.context.db, { viewer, number, ...draft });
  return doneAt(`/posts/${number}?stay#note-${id}`, args.context, "notes.added");
}

export default function AddNote() {
  const { t } = useWords();
  const { number, title, id } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{t("notes.addHeading")}</h1>
      <p className="mt-1">
        <a href={postPath({ number, title })} dir="auto" className="text-accent underline">
          {title}
        </a>
      </p>
      <NoteForm action={`/posts/${number}/notes`} id={id} lastResult={useActionData<typeof action>()} />
    </div>
  );
}
