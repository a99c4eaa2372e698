import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { confirmSubscription, findSubscriptionLink } from "~/models/changelog/subscription-links.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { MailLinkCard } from "./mail-link-card";

/** Opening the link only asks: programs that check mail open links, too. */
export async function loader({ params: { token = "" }, context: { db, words } }: LoaderFunctionArgs) {
  const link = await findSubscriptionLink(db, token);
  const state = link?.confirmedAt ? ("confirmed" as const) : ("confirm" as const);
  const head = { title: words.t("changelog.subscription.title"), isPrivate: true };
  return { head, token, state: link && state };
}

/** It has nothing to do with who is signed in on this device. */
export async function action({ params: { token = "" }, context: { db } }: ActionFunctionArgs) {
  await confirmSubscription(db, token);
  return null;
}

export default function ConfirmSubscription() {
  const { t } = useWords();
  const { token, state } = useLoaderData<typeof loader>();
  if (!state)
    return <MailLinkCard heading={t("stopMail.unknown.heading")} text={t("changelog.subscription.unknown")} />;
  return (
    <MailLinkCard
      heading={t(`changelog.subscription.${state}.heading`)}
      text={t(`changelog.subscription.${state}.text`)}
    >
      <div className="mt-6 flex flex-wrap gap-3">
        {state === "confirm" && (
          <form method="post" action={`/changelog/confirm/${token}`}>
            <button type="submit" className={button()}>
              {t("changelog.subscription.confirm.yes")}
            </button>
          </form>
        )}
        <form method="post" action={`/unsubscribe/${token}`}>
          <button type="submit" className={button("quiet")}>
            {t(state === "confirm" ? "changelog.subscription.confirm.no" : "changelog.subscription.confirmed.stop")}
          </button>
        </form>
      </div>
      <p className="mt-6 text-sm">
        <a href="/changelog" className="text-accent underline">
          {t("changelog.subscription.to")}
        </a>
      </p>
    </MailLinkCard>
  );
}
