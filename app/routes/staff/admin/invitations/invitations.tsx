import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { invitationDraft } from "~/models/admin/invitations/draft";
import { invite, listInvitations } from "~/models/admin/invitations/invite.server";
import { invitationTokenFor } from "~/models/core/sign-in/tokens.server";
import * as field from "~/models/core/text/fields";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { InvitationForm } from "./invitation-form";
import { InvitationRow } from "./invitation-row";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, env, words, origin } = args.context;
  const [found, boards] = await Promise.all([listInvitations(db, viewer), listBoards(db, viewer)]);
  const now = new Date();
  const invitations = found.map(({ id, ...one }) => {
    const isOver = one.revokedAt !== null || one.expiresAt <= now || one.used >= one.most;
    // Those by mail are for one address alone: their links stay between us and its owner.
    const link =
      one.email || isOver ? undefined : `${origin}/invitations/${invitationTokenFor(env.SESSION_SECRET, id)}`;
    return { id, ...one, isOver, link };
  });
  return {
    head: { title: words.t("staff.invitations.title"), isPrivate: true },
    invitations,
    newId: uuid(),
    boards: boards.filter(({ isShared }) => isShared),
  };
}

const invitationForm = invitationDraft.extend({ id: field.newId() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { id, ...draft } = await readForm(args, invitationForm);
  await invite(args.context.db, { viewer, id, draft });
  return doneAt("/staff/invitations", args.context, draft.addresses.length > 0 ? "done.invited" : "done.linkMade");
}

export default function Invitations() {
  const { t } = useWords();
  const { invitations, boards, newId } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="invitations">
      <InvitationForm boards={boards} newId={newId} />
      <h2 className="mt-8 text-lg">{t("invitations.made")}</h2>
      {invitations.length === 0 && <p className="mt-2 text-muted">{t("invitations.none")}</p>}
      {invitations.length > 0 && (
        <ul className={`${card} mt-3 divide-y divide-line`}>
          {invitations.map((one) => (
            <InvitationRow key={one.id} {...one} />
          ))}
        </ul>
      )}
    </StaffPage>
  );
}
