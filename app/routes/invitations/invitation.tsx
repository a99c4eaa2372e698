import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { rememberInvitation } from "~/http/invitation-cookie.server";
import { doneAt } from "~/http/respond.server";
import type { Visit } from "~/http/visit.server";
import { DomainError } from "~/models/core/domain-error";
import { acceptInvitation } from "~/models/core/invitations/accept-invitation.server";
import { findInvitation } from "~/models/core/invitations/find-invitation.server";
import { readInvitationToken } from "~/models/core/sign-in/tokens.server";
import { button } from "~/ui/button";
import { useFrame } from "~/ui/frame";
import { SignInCard } from "../sign-in/sign-in-card";

/** Opening the link only shows a button: programs that check mail open links, too. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { expiresAt } = await requireInvitation(params, context);
  return { head: { title: context.words.t("invitations.title"), isPrivate: true }, expiresAt };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { id } = await requireInvitation(params, context);
  const { db, viewer } = context;
  if (viewer) {
    await acceptInvitation(db, { viewer, id });
    return doneAt("/", context, "done.invitationAccepted");
  }
  rememberInvitation(context, params.token ?? "");
  return redirect("/sign-in", 303);
}

async function requireInvitation({ token = "" }: { token?: string }, { db, env }: Visit) {
  const id = readInvitationToken(env.SESSION_SECRET, token);
  const invitation = id ? await findInvitation(db, id) : undefined;
  if (!invitation) throw new DomainError("invitationOver");
  return invitation;
}

export default function InvitationPage() {
  const { words, viewer } = useFrame();
  const { t, day } = words;
  const { expiresAt } = useLoaderData<typeof loader>();
  const { token = "" } = useParams();
  return (
    <SignInCard heading={t("invitations.heading")} intro={t("invitations.good", { date: day(expiresAt) })}>
      <form method="post" action={`/invitations/${encodeURIComponent(token)}`} className="mt-6">
        <button type="submit" className={`${button()} w-full`}>
          {t(viewer ? "invitations.accept" : "invitations.signIn")}
        </button>
      </form>
    </SignInCard>
  );
}
