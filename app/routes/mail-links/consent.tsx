import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { agree, findConsentLink } from "~/models/support/supporters/consent-links.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { MailLinkCard } from "./mail-link-card";

/** Opening the link only asks: programs that check mail open links, too. */
export async function loader({ params: { token = "" }, context: { db, words } }: LoaderFunctionArgs) {
  const link = await findConsentLink(db, token);
  const head = { title: words.t("consent.title"), isPrivate: true };
  const post = link?.post && { number: link.post.number, title: link.post.title };
  const state = link?.state === "asked" || link?.state === "agreed" ? link.state : undefined;
  return { head, token, post, state };
}

/** "Keep me posted". It has nothing to do with who is signed in on this device. */
export async function action({ params: { token = "" }, context: { db } }: ActionFunctionArgs) {
  await agree(db, token);
  return null;
}

export default function Consent() {
  const { t } = useWords();
  const { token, post, state } = useLoaderData<typeof loader>();
  if (!post || !state) return <MailLinkCard heading={t("stopMail.unknown.heading")} text={t("consent.unknown")} />;
  const isAsked = state === "asked";
  return (
    <MailLinkCard heading={t(`consent.${state}.heading`)} text={t(`consent.${state}.text`)} title={post.title}>
      <div className="mt-6 flex flex-wrap gap-3">
        {isAsked && (
          <form method="post" action={`/consent/${token}`}>
            <button type="submit" className={button()}>
              {t("consent.asked.yes")}
            </button>
          </form>
        )}
        <form method="post" action={`/unsubscribe/${token}`}>
          <button type="submit" className={button("quiet")}>
            {t(isAsked ? "consent.asked.no" : "consent.agreed.no")}
          </button>
        </form>
      </div>
      <p className="mt-6 text-sm">
        <a href={`/posts/${post.number}`} className="text-accent underline">
          {t("solved.toPost")}
        </a>
      </p>
    </MailLinkCard>
  );
}
