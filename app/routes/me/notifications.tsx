import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { tellers } from "~/models/tellers.server";
import { listNotifications } from "~/models/telling/notifications/list-notifications.server";
import { markAllRead } from "~/models/telling/notifications/unread.server";
import { button } from "~/ui/button";
import { useFrame, useWords } from "~/ui/frame";
import { When } from "~/ui/when";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { db, words } = args.context;
  const after = args.context.query.id("after");
  const isContinued = after !== undefined;
  const { notifications, next } = await listNotifications(db, tellers, viewer, after);
  return {
    head: { title: words.t("notifications.title"), isPrivate: true },
    isContinued,
    next,
    notifications: notifications.map(({ news, teller, isUnread }) => ({
      id: news.notificationId,
      at: news.at,
      isUnread,
      sentence: teller.describe(words, news).sentence,
    })),
  };
}

/** The newest that the page showed: what came since stays unread. */
const form = z.object({ latest: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const { latest } = await readForm(args, form);
  await markAllRead(args.context.db, viewer, latest);
  return doneAt("/me/notifications", args.context, "done.allRead");
}

export default function Notifications() {
  const { unread, words } = useFrame();
  const { t } = words;
  const { notifications, next, isContinued } = useLoaderData<typeof loader>();
  const latest = notifications[0]?.id;
  return (
    <div className="mx-auto max-w-3xl">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl tracking-tight">{t("notifications.title")}</h1>
        {unread > 0 && latest && !isContinued && (
          <form method="post" action="/me/notifications">
            <button type="submit" name="latest" value={latest} className={button("quiet", "small")}>
              {t("notifications.readAll")}
            </button>
          </form>
        )}
      </div>
      {notifications.length === 0 && <NoNotifications />}
      <ul className="mt-5 divide-y divide-line">
        {notifications.map((one) => (
          <li key={one.id}>
            <Notification {...one} />
          </li>
        ))}
      </ul>
      {next && (
        <a href={`?after=${next}`} rel="next" className={`${button("quiet")} mt-6`}>
          {t("list.next")}
        </a>
      )}
      <p className="mt-8 text-sm text-muted">
        <a href="/me/preferences" className="underline">
          {t("notifications.preferences")}
        </a>
      </p>
    </div>
  );
}

function NoNotifications() {
  const { t } = useWords();
  return (
    <div className="mt-5 rounded-card border border-dashed border-line px-6 py-12 text-center">
      <p>{t("notifications.empty")}</p>
      <p className="mt-1 text-muted">{t("notifications.emptyHelp")}</p>
      <a href="/" className={`${button("quiet")} mt-4`}>
        {t("me.browse")}
      </a>
    </div>
  );
}

type Listed = SerializeFrom<typeof loader>["notifications"][number];

function Notification({ id, at, sentence, isUnread }: Listed) {
  const { t } = useWords();
  return (
    <a href={`/me/notifications/${id}`} className="flex gap-3 rounded-md px-1 py-3 no-underline hover:bg-sunken">
      <span className={`mt-2 size-2 shrink-0 rounded-full ${isUnread ? "bg-accent" : ""}`} />
      <span className="min-w-0">
        <span className={`block ${isUnread ? "font-medium" : ""}`}>
          {isUnread && <span className="sr-only">{t("notifications.unread")} </span>}
          {sentence}
        </span>
        <span className="text-sm text-muted">
          <When at={at} />
        </span>
      </span>
    </a>
  );
}
