import { redirect, type SerializeFrom } from "@remix-run/node";
import { v7 as uuid } from "uuid";
import type { Visit } from "~/http/visit.server";
import { findOldPath } from "~/models/admin/imports/find-old-path.server";
import { DomainError } from "~/models/core/domain-error";
import { mayModerate, mayTriage } from "~/models/core/users/policy";
import { listTeam } from "~/models/core/users/queries.server";
import { listAttachments } from "~/models/feedback/attachments/list-attachments.server";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { listPeopleOnPost, type Mentionable } from "~/models/feedback/comments/people.server";
import { listFlags } from "~/models/feedback/flags/list-flags.server";
import { listNotes } from "~/models/feedback/notes/find-notes.server";
import { findStandingPost, listDuplicates } from "~/models/feedback/posts/duplicates.server";
import { findAssignee } from "~/models/feedback/posts/find-assignee.server";
import { findOfficialAnswer, findPost } from "~/models/feedback/posts/find-post.server";
import { findJudgements, findOwnJudgement } from "~/models/feedback/posts/judgements.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { listSavedRepliesFor } from "~/models/feedback/saved-replies/queries.server";
import { listTags } from "~/models/feedback/tags/queries.server";
import { findTimeline, type Timeline } from "~/models/feedback/timeline/timeline.server";
import { feedLinks } from "~/ui/feed-links";
import { loadFreshdeskTickets } from "./freshdesk/load-tickets.server";

/** Everything the page of a post shows. */
export type PostData = SerializeFrom<typeof loadPost>;

/**
 * An address whose readable part is not the post's leads to the right one, and that of a duplicate to its original,
 * but for staff who ask to `stay`.
 */
export async function loadPost(number: number, url: URL, visit: Visit) {
  const { db, viewer, origin, words, query } = visit;
  const post = await findPost(db, viewer, number);
  if (!post || url.pathname !== postPath(post)) await followOldPath(visit, number, url);
  if (!post) throw new DomainError("notFound");
  const original = post.mergedInto ? await findStandingPost(db, viewer, number) : undefined;
  if (post.mergedInto && !original) throw new DomainError("notFound");
  const stays = mayModerate(viewer) && query.has("stay");
  if (original && !stays) throw redirect(`${postPath(original)}?from=${number}`, 302);
  const path = postPath(post);
  if (url.pathname !== path) throw redirect(path + url.search, 301);
  const duplicates = await listDuplicates(db, viewer, post.id);
  const after = query.word("after");
  const [answer, timeline, boards, tags, people, judgement, judgements, tickets, notes, assignee, team, savedReplies] =
    await Promise.all([
      findOfficialAnswer(db, post.id),
      findTimeline(db, viewer, { postId: post.id, duplicates, after }),
      listBoards(db, viewer),
      listTags(db),
      viewer ? listPeopleOnPost(db, viewer, number) : ([] as Mentionable[]),
      viewer ? findOwnJudgement(db, viewer, post.id) : undefined,
      findJudgements(db, viewer, post.id),
      loadFreshdeskTickets(visit, post.id),
      listNotes(db, viewer, post.id),
      findAssignee(db, viewer, post.id),
      mayTriage(viewer) ? listTeam(db, viewer) : undefined,
      listSavedRepliesFor(db, viewer, number),
    ]);
  const texts = { postIds: [post.id], commentIds: timeline.items.flatMap(commentIds) };
  const [files, flags] = await Promise.all([
    listAttachments(db, viewer, { ...texts, noteIds: notes?.map(({ id }) => id) }),
    listFlags(db, viewer, texts),
  ]);
  visit.outgoing.shown = { posts: [post, ...duplicates, ...mergedPosts(timeline)].map(({ id }) => id) };
  const isPublic = !post.deletedAt && boards.find(({ id }) => id === post.boardId)?.visibility === "public";
  return {
    head: {
      title: `${post.title} · ${words.t("site.name")}`,
      description: post.excerpt,
      canonical: origin + path,
      isPrivate: post.deletedAt !== null || post.mergedInto !== null,
      feeds: isPublic ? feedLinks(words, words.t("feeds.post", { title: post.title }), `/posts/${number}/feed`) : [],
    },
    post,
    original,
    duplicates,
    /** The duplicate whose address led here. */
    from: duplicates.find((duplicate) => duplicate.number === query.number("from")),
    answer,
    timeline,
    isContinued: query.has("after"),
    boards,
    tags,
    people,
    /** Whether the viewer was asked "did this solve it?" and has not answered. */
    isAsked: judgement?.isSolved === null,
    judgements,
    tickets,
    assignee,
    /** Whom it may be assigned to, for those who may do so. */
    team,
    /** What the team has saved to answer with. */
    savedReplies,
    /** For those who may read them. */
    notes,
    /** What is attached, by what it belongs to. */
    files,
    /** Of its texts, for those who may see them. */
    flags,
    noteId: uuid(),
    commentId: uuid(),
  };
}

const commentIds = (item: Timeline["items"][number]): string[] =>
  item.type === "comment" ? [item.comment, ...item.replies].map(({ id }) => id) : [];

const mergedPosts = ({ items }: Timeline) => items.flatMap((item) => (item.type === "merge" ? [item.merge.other] : []));

/** An address from where posts were imported leads to the post, even if its number is another's here. */
async function followOldPath({ db, viewer }: Visit, number: number, { pathname, search }: URL): Promise<void> {
  const old = await findOldPath(db, pathname);
  if (!old || old.number === number) return;
  // Whoever may not see it must not learn its title from the address.
  const post = await findPost(db, viewer, old.number);
  if (post) throw redirect(postPath(post) + search, 301);
}
