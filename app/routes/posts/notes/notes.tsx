import type { SerializeFrom } from "@remix-run/node";
import type { Attached } from "~/models/feedback/attachments/list-attachments.server";
import type { listNotes } from "~/models/feedback/notes/find-notes.server";
import { Attachments } from "~/ui/attachments";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { useFrame } from "~/ui/frame";
import { Prose } from "~/ui/prose";
import { When } from "~/ui/when";
import { NoteForm } from "./note-form";

type Note = SerializeFrom<NonNullable<Awaited<ReturnType<typeof listNotes>>>>[number];

interface Props {
  number: number;
  notes: Note[];
  files: Attached;
  /** For the next note. */
  id: string;
}

/** The team's internal notes on a post. */
export function Notes({ number, notes, files, id }: Props) {
  const { t } = useFrame().words;
  return (
    <section aria-labelledby="notes" className={`${card} p-4`}>
      <h2 id="notes" className="text-sm font-semibold">
        {t("notes.heading")}
      </h2>
      <p className="mt-0.5 text-xs text-muted">{t("notes.hint")}</p>
      {notes.length > 0 && (
        <ol className="mt-3 space-y-4">
          {notes.map((note) => (
            <li key={note.id}>
              <NoteView note={note} files={files[note.id]} />
            </li>
          ))}
        </ol>
      )}
      <NoteForm action={`/posts/${number}/notes`} id={id} />
    </section>
  );
}

const action = "text-muted no-underline hover:text-ink hover:underline";

function NoteView({ note, files }: { note: Note; files?: Attached[string] }) {
  const { viewer, words } = useFrame();
  const { t } = words;
  return (
    <article id={`note-${note.id}`} className="text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2 text-muted">
        <bdi className="font-medium text-ink">{note.authorName ?? t("people.deleted")}</bdi>
        <When at={note.createdAt} />
        {note.editedAt && <span>{t("post.edited")}</span>}
      </p>
      <Prose html={note.bodyHtml} className="mt-1" />
      <Attachments files={files} html={note.bodyHtml} />
      {note.authorId === viewer?.id && (
        <div className="mt-1 flex flex-wrap gap-x-4">
          <a href={`/notes/${note.id}/edit`} className={action}>
            {t("notes.edit")}
          </a>
          <a href={`/files/of/note/${note.id}`} className={action}>
            {t("files.manage")}
          </a>
          <Confirmed
            label={t("notes.delete")}
            question={t("notes.deleteQuestion")}
            action={`/notes/${note.id}/delete`}
            className={action}
          />
        </div>
      )}
    </article>
  );
}
