import { getCollectionProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import type { PostKind } from "#db/schema/feedback/posts";
import type { Board } from "~/models/feedback/boards/queries.server";
import type { Templates } from "~/models/feedback/boards/templates.server";
import { limits } from "~/models/feedback/posts/limits";
import { kinds } from "~/models/feedback/posts/list-filter";
import type { Tag } from "~/models/feedback/tags/queries.server";
import { AttachFiles } from "~/ui/attach-files";
import { button } from "~/ui/button";
import { ChosenTemplate } from "~/ui/chosen-template";
import { FieldError, MarkdownField, SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { Honeypot } from "~/ui/honeypot";
import { Icon } from "~/ui/icon";
import { BugFields } from "./bug-fields";

export interface PostFormFields {
  id: string;
  kind: string;
  title: string;
  body: string;
  boardId: string;
  tagIds: string[];
  steps: string;
  expected: string;
  actual: string;
  version: string;
}

interface Props {
  boards: Board[];
  tags: Tag[];
  templates: Templates[];
  start: { id: string; kind: PostKind; boardId: string; body?: string };
  lastResult: unknown;
  /** What the text will look like. */
  preview?: ReactNode;
  /** Posts that are probably the same, before this one is posted. */
  similar?: ReactNode;
}

export function PostForm({ boards, tags, templates, start, lastResult, preview, similar }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<PostFormFields>({
    id: "post",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: start,
  });
  const kind = kinds.find((one) => one === fields.kind.value) ?? start.kind;
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{t(`newPost.heading.${kind}`)}</h1>
      <p className="mt-1 text-muted">{t(`newPost.intro.${kind}`)}</p>
      <KindSwitch kind={kind} board={boards.find(({ id }) => String(id) === (fields.boardId.value ?? start.boardId))} />
      {preview}
      <similar-posts data-action="/posts/similar">
        <div className="space-y-6">
          {similar}
          <FormProblem errors={form.errors} />
          <TextField
            form={form.id}
            field={fields.title}
            label={t("postForm.title")}
            hint={t(`postForm.titleHint.${kind}`)}
          />
          <div data-place className="empty:hidden" />
          <p role="status" data-status className="sr-only" />
          <form
            id={form.id}
            data-compared
            method="post"
            action="/posts/new"
            encType="multipart/form-data"
            noValidate
            className="space-y-6"
          >
            <input type="hidden" name="different" value={similar ? "on" : ""} />
            <input type="hidden" name="id" value={fields.id.value ?? start.id} />
            <input type="hidden" name="kind" value={kind} />
            <Honeypot />
            {kind === "idea" ? (
              <MarkdownField field={fields.body} label={t("postForm.body")} tall />
            ) : (
              <BugFields fields={fields} />
            )}
            <AttachFiles draft={fields.id.value ?? start.id} />
            {templates.length > 0 && (
              <ChosenTemplate
                by="boardId"
                templates={templates.map(({ boardId, [kind]: text }) => ({ value: boardId, text }))}
              />
            )}
            {boards.length > 1 && (
              <SelectField
                field={fields.boardId}
                label={t("postForm.board")}
                options={boards.map(({ id, name }) => ({ value: String(id), label: name }))}
              />
            )}
            {boards.length === 1 && (
              <>
                <input type="hidden" name="boardId" value={boards[0]?.id} />
                <FieldError field={fields.boardId} />
              </>
            )}
            {tags.length > 0 && <TagChoices field={fields.tagIds} tags={tags} />}
            <div className="flex flex-wrap gap-3">
              <button type="submit" className={button()}>
                {t(similar ? `similar.different.${kind}` : `newPost.submit.${kind}`)}
              </button>
              <noscript>
                <button type="submit" formAction="/posts/preview" className={button("quiet")}>
                  {t("form.preview")}
                </button>
              </noscript>
            </div>
          </form>
        </div>
      </similar-posts>
    </div>
  );
}

/** Stays on the board, whose template may depend on the kind. */
function KindSwitch({ kind, board }: { kind: PostKind; board: Board | undefined }) {
  const { t } = useWords();
  const place = board ? `&board=${board.slug}` : "";
  return (
    <nav aria-label={t("newPost.kind")} className="mt-5 mb-6">
      <ul className="flex w-fit rounded-lg bg-sunken p-1 text-sm font-medium text-muted">
        {kinds.map((name) => (
          <li key={name}>
            <a
              href={`/posts/new?kind=${name}${place}`}
              aria-current={name === kind ? "page" : undefined}
              className="segment flex items-center gap-2 rounded-md px-3 py-1.5 no-underline hover:text-ink"
            >
              <Icon name={name} />
              {t(`newPost.kinds.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TagChoices({ field, tags }: { field: Parameters<typeof getCollectionProps>[0]; tags: Tag[] }) {
  const { t } = useWords();
  const boxes = getCollectionProps(field, { type: "checkbox", options: tags.map(({ id }) => String(id)) });
  return (
    <fieldset>
      <legend className="text-sm font-medium">
        {t("postForm.tags")}
        <span className="ms-1 font-normal text-muted">{t("form.upTo", { count: limits.tags.max })}</span>
      </legend>
      <div className="mt-2 flex flex-wrap gap-x-4 gap-y-2">
        {boxes.map(({ key, form: _, ...box }, i) => (
          <label key={key} htmlFor={box.id} className="inline-flex items-center gap-1.5 text-sm">
            <input {...box} className="size-4 accent-accent" />
            <bdi>{tags[i]?.name}</bdi>
          </label>
        ))}
      </div>
      <FieldError field={field as { errorId: string; errors?: string[] }} />
    </fieldset>
  );
}
