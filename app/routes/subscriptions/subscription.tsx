import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { limitAddress } from "~/http/rate-limit.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { askToSubscribe, subscribeMember } from "~/models/telling/subscriptions/subscribe.server";
import { isSubscribed } from "~/models/telling/subscriptions/subscription-links.server";
import { useWords } from "~/ui/frame";
import { SubscriptionBox } from "~/ui/subscription-box";
import { findSubject } from "./find-subject.server";

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, words } = args.context;
  const subject = await findSubject(args);
  return {
    head: { title: words.t("subscription.title"), isPrivate: true },
    subject,
    hasSubscribed: viewer !== null && (await isSubscribed(db, viewer, subject)),
  };
}

const form = z.object({ email: field.email() });

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, words } = args.context;
  const { about, path, roadmapId } = await findSubject(args);
  if (viewer) {
    await subscribeMember(db, { viewer, roadmapId });
    return doneAt(path, args.context, about === "roadmap" ? "done.roadmapSubscribed" : "done.subscribed");
  }
  const { email } = await readForm(args, form);
  await limitAddress("subscribe", args.context);
  await askToSubscribe(db, { email, language: words.language, roadmapId });
  return doneAt(path, args.context, "done.subscriptionAsked");
}

export default function Subscription() {
  const { t } = useWords();
  const { subject, hasSubscribed } = useLoaderData<typeof loader>();
  const { about, path, name } = subject;
  return (
    <div className="mx-auto max-w-md">
      <h1 className="mb-6 text-2xl tracking-tight">
        <bdi>{name}</bdi>
      </h1>
      <SubscriptionBox {...{ about, path, hasSubscribed }} lastResult={useActionData<typeof action>()} />
      <p className="mt-6 text-sm">
        <a href={path} className="text-accent underline">
          {t(`subscription.${about}.to`)}
        </a>
      </p>
    </div>
  );
}
