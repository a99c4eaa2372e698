import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { audiences, boardDraft } from "~/models/feedback/boards/draft";
import { createBoard, editBoard } from "~/models/feedback/boards/edit-boards.server";
import { findGuestDomains, listBoards } from "~/models/feedback/boards/queries.server";
import { listTemplates } from "~/models/feedback/boards/templates.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { MarkdownField, SelectField, TextAreaField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const [boards, templates] = await Promise.all([listBoards(db, viewer), listTemplates(db, viewer)]);
  const chosen = args.params.id ? boards.find(({ id }) => String(id) === args.params.id) : undefined;
  if (args.params.id && !chosen) throw new DomainError("notFound");
  const guestDomains = chosen ? await findGuestDomains(db, chosen.id) : [];
  const template = templates.find(({ boardId }) => boardId === chosen?.id);
  return { head: { title: words.t("staff.boards.title"), isPrivate: true }, boards, chosen, guestDomains, template };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const draft = await readForm(args, boardDraft);
  const { db } = args.context;
  const id = Number(args.params.id);
  if (id) await editBoard(db, { viewer, id, draft });
  else await createBoard(db, { viewer, draft });
  return doneAt("/staff/boards", args.context, "done.saved");
}

export default function Boards() {
  const { t } = useWords();
  const { boards } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="boards">
      <ul className={`${card} mt-6 divide-y divide-line`}>
        {boards.map(({ id, name, slug, visibility, isShared }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <a href={`/staff/boards/${id}`} className="font-medium no-underline hover:text-accent">
              <bdi>{name}</bdi>
            </a>
            <code className="text-sm text-muted">{slug}</code>
            <span className="ms-auto text-sm text-muted">{t(`visibility.${isShared ? "chosen" : visibility}`)}</span>
          </li>
        ))}
      </ul>
      <BoardForm />
    </StaffPage>
  );
}

type Name =
  | "name"
  | "slug"
  | "description"
  | "visibility"
  | "guestDomains"
  | "position"
  | "ideaTemplate"
  | "bugTemplate";

function BoardForm() {
  const { t } = useWords();
  const { chosen, guestDomains, template } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Record<Name, string>>({
    id: "board",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: chosen && {
      name: chosen.name,
      slug: chosen.slug,
      description: chosen.description,
      visibility: chosen.isShared ? "chosen" : chosen.visibility,
      guestDomains: guestDomains.join("\n"),
      position: String(chosen.position),
      ideaTemplate: template?.idea,
      bugTemplate: template?.bug,
    },
  });
  return (
    <form method="post" noValidate className={`${card} mt-6 max-w-lg space-y-5 p-5`}>
      <h2 className="text-lg">{t(chosen ? "staff.boards.edit" : "staff.boards.create")}</h2>
      <FormProblem errors={form.errors} />
      <TextField field={fields.name} label={t("staff.name")} />
      <TextField field={fields.slug} label={t("staff.slug")} hint={t("staff.slugHint")} dir="ltr" />
      <TextField field={fields.description} label={t("staff.description")} optional />
      <SelectField
        field={fields.visibility}
        label={t("staff.boards.visibility")}
        options={audiences.map((value) => ({ value, label: t(`visibility.${value}`) }))}
      />
      <TextAreaField
        field={fields.guestDomains}
        label={t("staff.boards.guestDomains")}
        hint={t("staff.boards.guestDomainsHint")}
        dir="ltr"
        optional
      />
      <TextField field={fields.position} label={t("staff.boards.position")} inputMode="numeric" optional />
      <MarkdownField field={fields.ideaTemplate} label={t("templates.idea")} hint={t("templates.hint")} optional />
      <MarkdownField field={fields.bugTemplate} label={t("templates.bug")} hint={t("templates.hint")} optional />
      <button type="submit" className={button()}>
        {t("form.save")}
      </button>
    </form>
  );
}
