import type { Db } from "#db/client.server";
import { DomainError } from "~/models/core/domain-error";
import { findStandingPost, listDuplicates } from "~/models/feedback/posts/duplicates.server";
import { findPost } from "~/models/feedback/posts/find-post.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { type Happening, listLatest } from "~/models/feedback/timeline/list-latest.server";
import { type Asked, type Feed, type FeedItem, idOf, mostItems, withOrigin } from "./feed";

/** What happens on a post, from its beginning; a duplicate tells what happens on its original. */
export async function feedOfPost(db: Db, { number, words, origin }: Asked): Promise<Omit<Feed, "self" | "language">> {
  const { t } = words;
  const standing = await findStandingPost(db, null, number ?? 0);
  const post = standing && (await findPost(db, null, standing.number));
  if (!post) throw new DomainError("notFound");
  const duplicates = await listDuplicates(db, null, post.id);
  const homes = [post.id, ...duplicates.map(({ id }) => id)];
  const happenings = await listLatest(db, { postId: post.id, homes, limit: mostItems - 1 });
  const link = origin + postPath(post);
  const named = (name: string | null) => name ?? t("people.deleted");
  const say = ({ actorName, from, to }: Happening): string =>
    to && from === to
      ? t("feeds.answered", { name: named(actorName) })
      : to
        ? t("feeds.moved", { name: named(actorName), status: t(`status.${to}`) })
        : t("feeds.commented", { name: named(actorName) });
  const beginning: FeedItem = {
    id: idOf(post.id),
    link,
    title: post.title,
    html: withOrigin(post.bodyHtml || (post.bug?.actualHtml ?? ""), origin),
    summary: post.excerpt,
    author: named(post.authorName),
    tags: [t(`kind.${post.kind}`), t(`status.${post.status}`)],
    publishedAt: post.createdAt,
    changedAt: post.editedAt ?? post.createdAt,
  };
  return {
    title: `${t("feeds.post", { title: post.title })} · ${t("site.name")}`,
    home: link,
    items: [
      ...happenings.map((happening) => ({
        id: idOf(happening.id),
        link: happening.to ? link : `${link}#comment-${happening.id}`,
        title: say(happening),
        html: withOrigin(happening.html, origin),
        author: named(happening.actorName),
        tags: [],
        publishedAt: happening.at,
        changedAt: happening.changedAt,
      })),
      beginning,
    ],
  };
}
