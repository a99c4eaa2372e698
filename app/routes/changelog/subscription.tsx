import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { limitAddress } from "~/http/rate-limit.server";
import { doneAt } from "~/http/respond.server";
import { askToSubscribe, subscribeMember } from "~/models/changelog/subscribe.server";
import { isSubscribed } from "~/models/changelog/subscription-links.server";
import * as field from "~/models/text/fields";
import { useWords } from "~/ui/frame";
import { SubscriptionBox } from "./subscription-box";

export async function loader({ context: { db, viewer, words } }: LoaderFunctionArgs) {
  return {
    head: { title: words.t("changelog.subscription.title"), isPrivate: true },
    hasSubscribed: viewer !== null && (await isSubscribed(db, viewer)),
  };
}

const form = z.object({ email: field.email() });

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, words, ip } = args.context;
  if (viewer) {
    await subscribeMember(db, { viewer });
    return doneAt("/changelog", args.context, "done.subscribed");
  }
  const { email } = await readForm(args, form);
  await limitAddress("subscribe", ip);
  await askToSubscribe(db, { email, language: words.language });
  return doneAt("/changelog", args.context, "done.subscriptionAsked");
}

export default function Subscription() {
  const { t } = useWords();
  const { hasSubscribed } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-md">
      <h1 className="mb-6 text-2xl tracking-tight">{t("changelog.title")}</h1>
      <SubscriptionBox hasSubscribed={hasSubscribed} lastResult={useActionData<typeof action>()} />
    </div>
  );
}
