import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { readNumber, requireStaff } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { savedReplyDraft } from "~/models/feedback/saved-replies/draft";
import { createSavedReply, editSavedReply } from "~/models/feedback/saved-replies/edit-saved-replies.server";
import { findSavedReply, listSavedReplies } from "~/models/feedback/saved-replies/queries.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { SavedReplyForm } from "./saved-reply-form";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireStaff(args);
  const { db, words } = args.context;
  const id = args.params.id && readNumber(args.params.id);
  const [savedReplies, chosen] = await Promise.all([
    listSavedReplies(db, viewer),
    id ? findSavedReply(db, viewer, id) : undefined,
  ]);
  if (id && !chosen) throw new DomainError("notFound");
  return { head: { title: words.t("staff.replies.title"), isPrivate: true }, savedReplies, chosen };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireStaff(args);
  const draft = await readForm(args, savedReplyDraft);
  const { db } = args.context;
  if (args.params.id) await editSavedReply(db, { viewer, id: readNumber(args.params.id), draft });
  else await createSavedReply(db, { viewer, draft });
  return doneAt("/staff/replies", args.context, "done.saved");
}

export default function Replies() {
  const { t } = useWords();
  const { savedReplies, chosen } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="replies">
      {savedReplies.length === 0 && <p className="mt-6 text-muted">{t("replies.none")}</p>}
      {savedReplies.length > 0 && (
        <ul className={`${card} mt-6 divide-y divide-line`}>
          {savedReplies.map(({ id, title, kind }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
              <a
                href={`/staff/replies/${id}`}
                dir="auto"
                className="min-w-0 grow font-medium no-underline hover:text-accent"
              >
                {title}
              </a>
              <span className="text-sm text-muted">
                {t(kind === "ticket" ? "replies.forTickets" : kind ? `kinds.${kind}` : "replies.forAll")}
              </span>
            </li>
          ))}
        </ul>
      )}
      <SavedReplyForm chosen={chosen} />
    </StaffPage>
  );
}
