import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { proceed } from "~/http/after-sign-in.server";
import { beginSession } from "~/http/begin-session.server";
import { readInvitation } from "~/http/invitation-cookie.server";
import { signInWithLink } from "~/models/core/sign-in/complete-sign-in.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { SignInCard } from "./sign-in-card";

/** Opening the link only shows a button: programs that check mail open links, too. */
export async function loader({ context: { viewer, words } }: LoaderFunctionArgs) {
  if (viewer) throw redirect("/");
  return { head: { title: words.t("signIn.title"), isPrivate: true } };
}

export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const { SESSION_SECRET: secret, ADMIN_EMAIL: adminEmail } = context.env;
  const invitationId = readInvitation(request, context);
  const { user, email, next } = await signInWithLink(context.db, {
    token: params.token ?? "",
    secret,
    adminEmail,
    invitationId,
  });
  await beginSession(args, { user, email, way: "mail" });
  return proceed({ request, context, user, next });
}

export default function FollowLink() {
  const { t } = useWords();
  const { token = "" } = useParams();
  return (
    <SignInCard heading={t("signIn.linkHeading")} intro={t("signIn.linkIntro")}>
      <form method="post" action={`/sign-in/link/${encodeURIComponent(token)}`} className="mt-6">
        <button type="submit" className={`${button()} w-full`}>
          {t("signIn.submit")}
        </button>
      </form>
    </SignInCard>
  );
}
