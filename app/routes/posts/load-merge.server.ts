import type { SerializeFrom } from "@remix-run/node";
import type { Visit } from "~/http/visit.server";
import { say } from "~/models/core/text/fields";
import type { User } from "~/models/core/users/viewer";
import { joinTexts } from "~/models/core/wordings/join-texts";
import { countRecipientsOfMerge } from "~/models/feedback/posts/count-recipients.server";
import { findOriginal, type Original } from "~/models/feedback/posts/find-original.server";
import { findPostText, type Post } from "~/models/feedback/posts/find-post.server";
import { findSimilarPosts } from "~/models/feedback/posts/find-similar-posts.server";
import { previewMerge } from "~/models/feedback/posts/preview-merge.server";
import { readPostNumber } from "~/models/feedback/posts/read-number";

export type MergePreviewData = NonNullable<SerializeFrom<Awaited<ReturnType<typeof loadPreview>>>>;

const mostSuggested = 8;

/** The posts that a post is most likely to be a duplicate of. */
export async function suggestOriginals({ db }: Visit, viewer: User, { id, number, title }: Post) {
  const texts = await findPostText(db, viewer, number);
  return findSimilarPosts(db, viewer, {
    title,
    text: texts && joinTexts(texts),
    besides: id,
    limit: mostSuggested,
  });
}

/** What would become of merging a post into the one that was typed or picked, or what is wrong with that one. */
export async function loadMerge({ db, words: { t } }: Visit, viewer: User, duplicate: Post, chosen: string) {
  const into = readPostNumber(chosen);
  if (!into) return { refused: refuse(chosen, say({ code: "postNumber" })) };
  const { original, problem } = await findOriginal(db, viewer, { duplicate, into });
  if (problem) return { refused: refuse(chosen, t(`problems.${problem}`)) };
  return { preview: await loadPreview(db, viewer, { duplicate, original, into }) };
}

async function loadPreview(db: Visit["db"], viewer: User, { duplicate, original, into }: Pair) {
  const [counts, told] = await Promise.all([
    previewMerge(db, duplicate.id, original.id),
    countRecipientsOfMerge(db, { actorId: viewer.id, duplicateId: duplicate.id, originalId: original.id }),
  ]);
  const { voteCount, followerCount, commentCount } = duplicate;
  return { into, original, duplicate: { voteCount, followerCount, commentCount }, ...counts, told };
}

interface Pair {
  duplicate: Post;
  original: Original;
  /** The number that was chosen: the original's, or that of one of its duplicates. */
  into: number;
}

/** The form with a message at its field, as `useForm` takes it. */
function refuse(into: string, sentence: string) {
  return { status: "error" as const, initialValue: { into }, error: { into: [sentence] } };
}
