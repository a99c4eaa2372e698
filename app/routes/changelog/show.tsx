import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireNumber } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { mayPublish } from "~/models/core/users/policy";
import { entryPath } from "~/models/feedback/changelog/entry-path";
import { stateOf } from "~/models/feedback/changelog/entry-state";
import { findEntry } from "~/models/feedback/changelog/find-entry.server";
import { listLabels } from "~/models/feedback/changelog/labels.server";
import { noteChangelogSeen } from "~/models/feedback/changelog/whats-new.server";
import { feedLinks } from "~/ui/feed-links";
import { useFrame } from "~/ui/frame";
import { PageLink } from "~/ui/page-link";
import { PersonName } from "~/ui/person";
import { Prose } from "~/ui/prose";
import { EntryFacts } from "./entry-article";
import { EntryPosts } from "./entry-posts";

/** An address whose readable part is not the entry's leads to the right one. */
export async function loader({ request, params, context: { db, viewer, words, origin } }: LoaderFunctionArgs) {
  const entry = await findEntry(db, viewer, requireNumber(params));
  if (!entry) throw new DomainError("notFound");
  const path = entryPath(entry);
  const url = new URL(request.url);
  if (url.pathname !== path) throw redirect(path + url.search, 301);
  const { publishedAt } = entry;
  if (viewer && publishedAt) await noteChangelogSeen(db, viewer, publishedAt);
  return {
    head: {
      title: `${entry.title} · ${words.t("site.name")}`,
      description: entry.excerpt,
      canonical: origin + path,
      isPrivate: !publishedAt,
      publishedAt: publishedAt ?? undefined,
      feeds: feedLinks(words, words.t("feeds.changelog"), "/changelog/feed"),
    },
    entry,
    labels: await listLabels(db),
  };
}

export default function ShowEntry() {
  const { viewer, words } = useFrame();
  const { t } = words;
  const { head, entry, labels } = useLoaderData<typeof loader>();
  const state = stateOf(entry);
  return (
    <div className="mx-auto max-w-2xl">
      <nav aria-label={t("nav.breadcrumbs")} className="mb-4 text-sm">
        <a href="/changelog" className="text-accent underline">
          {t("changelog.all")}
        </a>
      </nav>
      {state !== "published" && (
        <p className="mb-4 rounded-lg bg-amber-soft px-4 py-2 text-sm font-medium text-amber">
          {t(`changelog.note.${state}`)}
        </p>
      )}
      <article>
        <EntryFacts entry={entry} labels={labels} />
        <h1 dir="auto" className="mt-2 text-2xl tracking-tight sm:text-[1.75rem]">
          {entry.title}
        </h1>
        <p className="mt-1.5 flex flex-wrap gap-x-3 text-sm text-muted">
          <PersonName name={entry.authorName} role={entry.authorRole} />
          {mayPublish(viewer) && (
            <a href={`/staff/changelog/${entry.number}`} className="underline">
              {t("changelog.edit")}
            </a>
          )}
          {state === "published" && <PageLink address={head.canonical} />}
        </p>
        <Prose html={entry.bodyHtml} className="mt-5" />
        <EntryPosts posts={entry.posts} thanks={entry.thanks} />
      </article>
    </div>
  );
}
