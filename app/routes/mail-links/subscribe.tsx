import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { describeSubscription } from "~/models/feedback/roadmaps/describe-subscription";
import { findSubscribedRoadmap } from "~/models/feedback/roadmaps/subscribed-roadmap.server";
import { confirmSubscription, findSubscriptionLink } from "~/models/telling/subscriptions/subscription-links.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { MailLinkCard } from "./mail-link-card";

/** Opening the link only asks: programs that check mail open links, too. */
export async function loader({ params: { token = "" }, context: { db, words } }: LoaderFunctionArgs) {
  const link = await findSubscriptionLink(db, token);
  const state = link?.confirmedAt ? ("confirmed" as const) : ("confirm" as const);
  const head = { title: words.t("subscription.title"), isPrivate: true };
  if (!link) return { head, token };
  const { about, path, name } = describeSubscription(words, await findSubscribedRoadmap(db, link));
  return { head, token, state, about, path, name };
}

/** It has nothing to do with who is signed in on this device. */
export async function action({ params: { token = "" }, context: { db } }: ActionFunctionArgs) {
  await confirmSubscription(db, token);
  return null;
}

export default function ConfirmSubscription() {
  const { t } = useWords();
  const link = useLoaderData<typeof loader>();
  if (!("state" in link))
    return <MailLinkCard heading={t("stopMail.unknown.heading")} text={t("subscription.unknown")} />;
  const { token, state, about, path, name } = link;
  return (
    <MailLinkCard
      heading={t(`subscription.${about}.${state}.heading`, { name })}
      text={t(`subscription.${about}.${state}.text`)}
    >
      <div className="mt-6 flex flex-wrap gap-3">
        {state === "confirm" && (
          <form method="post" action={`/subscribe/${token}`}>
            <button type="submit" className={button()}>
              {t("subscription.yes")}
            </button>
          </form>
        )}
        <form method="post" action={`/unsubscribe/${token}`}>
          <button type="submit" className={button("quiet")}>
            {t(state === "confirm" ? "subscription.no" : "subscription.stopThem")}
          </button>
        </form>
      </div>
      <p className="mt-6 text-sm">
        <a href={path} className="text-accent underline">
          {t(`subscription.${about}.to`)}
        </a>
      </p>
    </MailLinkCard>
  );
}
