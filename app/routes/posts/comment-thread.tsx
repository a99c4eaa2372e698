import { mayEdit, mayModerate, mayTakePart } from "~/models/users/policy";
import { Avatar } from "~/ui/avatar";
import { Confirmed } from "~/ui/confirmed";
import { useFrame } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { PersonName } from "~/ui/person";
import { Prose } from "~/ui/prose";
import { When } from "~/ui/when";
import type { PostData } from "./load-post.server";

type Entry = Extract<PostData["timeline"]["entries"][number], { type: "comment" }>;
type Comment = Entry["comment"];

/** A comment and its replies, which go one level deep. */
export function CommentThread({ entry, post }: { entry: Entry; post: PostData["post"] }) {
  const { t } = useFrame().words;
  const { comment, replies } = entry;
  if (comment.deletedAt && replies.length === 0) return <p className="text-sm text-muted">{t("comment.deleted")}</p>;
  return (
    <div>
      <CommentView comment={comment} post={post} />
      <ol className="ms-4 mt-4 space-y-4 border-s-2 border-line ps-4 empty:hidden sm:ms-11">
        {replies.map((reply) => (
          <li key={reply.id}>
            <CommentView comment={reply} post={post} />
          </li>
        ))}
      </ol>
      <ReplyLink comment={comment} post={post} />
    </div>
  );
}

function CommentView({ comment, post }: { comment: Comment; post: PostData["post"] }) {
  const { t } = useFrame().words;
  if (comment.deletedAt) return <p className="text-sm text-muted">{t("comment.deleted")}</p>;
  return (
    <article id={`comment-${comment.id}`} className="flex gap-3 target:rounded-lg target:bg-accent-soft">
      <Avatar name={comment.authorName} />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <PersonName name={comment.authorName} role={comment.authorRole} />
          <a href={`#comment-${comment.id}`} className="no-underline hover:underline">
            <When at={comment.createdAt} />
          </a>
          {comment.editedAt && (
            <a href={`/posts/${post.number}/history`} className="underline">
              {t("post.edited")}
            </a>
          )}
          <OwnActions comment={comment} post={post} />
        </p>
        <Prose html={comment.bodyHtml} className="mt-1" />
      </div>
    </article>
  );
}

function OwnActions({ comment, post }: { comment: Comment; post: PostData["post"] }) {
  const { viewer, words } = useFrame();
  const { t } = words;
  if (!mayEdit(viewer, { authorId: comment.authorId, lockedAt: post.lockedAt })) return null;
  return (
    <>
      <a href={`/comments/${comment.id}/edit`} className="underline">
        {t("comment.edit")}
      </a>
      <Confirmed
        label={t("comment.delete")}
        question={t("comment.deleteQuestion")}
        action={`/comments/${comment.id}/delete`}
      />
    </>
  );
}

function ReplyLink({ comment, post }: { comment: Comment; post: PostData["post"] }) {
  const { viewer, words } = useFrame();
  const isClosed = post.deletedAt || post.mergedInto || (post.lockedAt && !mayModerate(viewer));
  if (comment.deletedAt || isClosed || !mayTakePart(viewer)) return null;
  return (
    <a
      href={`/posts/${post.number}/comments?reply=${comment.id}`}
      className="ms-11 mt-2 inline-flex items-center gap-1 text-sm text-muted no-underline hover:text-ink"
    >
      <Icon name="reply" className="size-3.5" />
      {words.t("comment.reply")}
    </a>
  );
}
