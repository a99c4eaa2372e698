import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Visit } from "~/http/visit.server";
import type { Words } from "~/i18n";
import { findStopLink, followStopLink, isStopped } from "~/models/feedback/posts/mail-links.server";
import { describeSubscription } from "~/models/feedback/roadmaps/describe-subscription";
import { findSubscribedRoadmap } from "~/models/feedback/roadmaps/subscribed-roadmap.server";
import { findConsentLink, unlinkMe } from "~/models/support/supporters/consent-links.server";
import { endByLink, findSubscriptionLink } from "~/models/telling/subscriptions/subscription-links.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { MailLinkCard } from "./mail-link-card";

/** Opening the link only shows a button: programs that check mail open links, too. */
export async function loader({ params: { token = "" }, context: { db, words } }: LoaderFunctionArgs) {
  const link = await findStopLink(db, token);
  const head = { title: words.t("stopMail.title"), isPrivate: true };
  if (!link) return { head, token, ...((await findSubscription(db, words, token)) ?? (await findConsent(db, token))) };
  const { scope, user, post } = link;
  const state = isStopped(link) ? ("done" as const) : ("ask" as const);
  const what = scope === "mute" ? ("mute" as const) : ("all" as const);
  return { head, token, state, what, name: user.name, title: post?.title };
}

/** The same of whoever gets the changelog or a roadmap; once that has ended, the link is unknown. */
async function findSubscription(db: Visit["db"], words: Words, token: string) {
  const link = await findSubscriptionLink(db, token);
  if (!link) return;
  const { about, path, name } = describeSubscription(words, await findSubscribedRoadmap(db, link));
  return { state: "ask" as const, what: about, path, name };
}

/** The same for a customer of Freshdesk who was asked for consent. */
async function findConsent(db: Visit["db"], token: string) {
  const link = await findConsentLink(db, token);
  if (!link) return { state: "unknown" as const };
  const state = link.state === "declined" ? ("done" as const) : ("ask" as const);
  return { state, what: "consent" as const, name: null, title: link.post?.title };
}

/**
 * One click (RFC 8058): mail programs post here, without cookies and with a form that says nothing new, so it is not
 * read. Whoever is signed in on this device does not matter; the token says whose mail it is.
 */
export async function action({ params: { token = "" }, context: { db, words } }: ActionFunctionArgs) {
  await unlinkMe(db, token);
  const link = await findSubscriptionLink(db, token);
  const topic = link && describeSubscription(words, await findSubscribedRoadmap(db, link));
  const ended = (await endByLink(db, token)) && topic ? topic : null;
  return { before: (await followStopLink(db, token)) ?? null, ended };
}

export default function Unsubscribe() {
  const { t } = useWords();
  const link = useLoaderData<typeof loader>();
  const ended = useActionData<typeof action>()?.ended;
  if (ended) {
    const { about } = ended;
    return (
      <MailLinkCard heading={t(`stopMail.done.${about}.heading`)} text={t(`stopMail.done.${about}.text`)}>
        <ToSubject {...ended} />
      </MailLinkCard>
    );
  }
  if (link.state === "unknown") {
    return (
      <MailLinkCard heading={t("stopMail.unknown.heading")} text={t("stopMail.unknown.text")}>
        <ToPreferences />
      </MailLinkCard>
    );
  }
  const { token, state, what } = link;
  const name = link.name ?? t("people.nameless");
  return (
    <MailLinkCard
      heading={t(`stopMail.${state}.${what}.heading`, { name })}
      text={t(`stopMail.${state}.${what}.text`)}
      title={"title" in link ? link.title : undefined}
    >
      {state === "ask" ? (
        <form method="post" action={`/unsubscribe/${token}`} className="mt-6">
          <button type="submit" className={button()}>
            {t(`stopMail.ask.${what}.button`)}
          </button>
        </form>
      ) : (
        isUndoable(what) && <Undo token={token} label={t(`stopMail.done.${what}.undo`)} />
      )}
      {isUndoable(what) && <ToPreferences />}
      {"path" in link && <ToSubject about={link.what} path={link.path} />}
    </MailLinkCard>
  );
}

/** Whether this page can undo what it ended; it can where an account has a preference for it. */
const isUndoable = (what: string): what is "all" | "mute" => what === "all" || what === "mute";

/** Back to how it was, as far as this page knows. */
function Undo({ token, label }: { token: string; label: string }) {
  const before: Record<string, string | null> = useActionData<typeof action>()?.before ?? {};
  return (
    <form method="post" action={`/unsubscribe/${token}/undo`} className="mt-6">
      {Object.entries(before).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <button type="submit" className={button("quiet")}>
        {label}
      </button>
    </form>
  );
}

function ToSubject({ about, path }: { about: "changelog" | "roadmap"; path: string }) {
  const { t } = useWords();
  return (
    <p className="mt-6 text-sm">
      <a href={path} className="text-accent underline">
        {t(`subscription.${about}.to`)}
      </a>
    </p>
  );
}

function ToPreferences() {
  const { t } = useWords();
  return (
    <p className="mt-6 text-sm">
      <a href="/me/preferences" className="text-accent underline">
        {t("stopMail.preferences")}
      </a>
    </p>
  );
}
