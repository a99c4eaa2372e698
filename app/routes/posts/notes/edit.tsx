import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireId, requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { noteEdit } from "~/models/feedback/notes/draft";
import { editNote } from "~/models/feedback/notes/edit-note.server";
import { findNote } from "~/models/feedback/notes/find-notes.server";
import { FilesLink } from "~/ui/files-link";
import { useWords } from "~/ui/frame";
import { NoteForm } from "./note-form";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db, words } = args.context;
  const note = await findNote(db, viewer, requireId(args.params));
  if (!note) throw new DomainError("notFound");
  if (note.authorId !== viewer.id) throw new DomainError("forbidden");
  const { id, number, body } = note;
  return { head: { title: words.t("notes.editHeading"), isPrivate: true }, id, number, body };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const id = requireId(args.params);
  const { body } = await readForm(args, noteEdit);
  const { number } = await editNote(args.context.db, { viewer, id, body });
  return doneAt(`/posts/${number}?stay#note-${id}`, args.context, "done.saved");
}

export default function EditNote() {
  const { t } = useWords();
  const { id, number, body } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{t("notes.editHeading")}</h1>
      <NoteForm
        action={`/notes/${id}/edit`}
        body={body}
        cancel={`/posts/${number}?stay#note-${id}`}
        lastResult={useActionData<typeof action>()}
      >
        <FilesLink kind="note" id={id} />
      </NoteForm>
    </div>
  );
}
