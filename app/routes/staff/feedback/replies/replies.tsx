import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { readNumber, requireStaff } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { replyDraft } from "~/models/feedback/replies/draft";
import { createReply, editReply } from "~/models/feedback/replies/edit-replies.server";
import { findReply, listReplies } from "~/models/feedback/replies/queries.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { ReplyForm } from "./reply-form";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireStaff(args);
  const { db, words } = args.context;
  const id = args.params.id && readNumber(args.params.id);
  const [replies, chosen] = await Promise.all([listReplies(db, viewer), id ? findReply(db, viewer, id) : undefined]);
  if (id && !chosen) throw new DomainError("notFound");
  return { head: { title: words.t("staff.replies.title"), isPrivate: true }, replies, chosen };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireStaff(args);
  const draft = await readForm(args, replyDraft);
  const { db } = args.context;
  if (args.params.id) await editReply(db, { viewer, id: readNumber(args.params.id), draft });
  else await createReply(db, { viewer, draft });
  return doneAt("/staff/replies", args.context, "done.saved");
}

export default function Replies() {
  const { t } = useWords();
  const { replies, chosen } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="replies">
      {replies.length === 0 && <p className="mt-6 text-muted">{t("replies.none")}</p>}
      {replies.length > 0 && (
        <ul className={`${card} mt-6 divide-y divide-line`}>
          {replies.map(({ id, title, kind }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
              <a
                href={`/staff/replies/${id}`}
                dir="auto"
                className="min-w-0 grow font-medium no-underline hover:text-accent"
              >
                {title}
              </a>
              <span className="text-sm text-muted">{t(kind ? `kinds.${kind}` : "filter.allKinds")}</span>
            </li>
          ))}
        </ul>
      )}
      <ReplyForm chosen={chosen} />
    </StaffPage>
  );
}
