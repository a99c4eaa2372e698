import { mayComment, mayEdit, mayModerate } from "~/models/core/users/policy";
import { Attachments } from "~/ui/attachments";
import { Avatar } from "~/ui/avatar";
import { Confirmed } from "~/ui/confirmed";
import { FlagMarks } from "~/ui/flag-marks";
import { useFrame } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { PersonName } from "~/ui/person";
import { Prose } from "~/ui/prose";
import { When } from "~/ui/when";
import type { PostData } from "./load-post.server";

type Item = Extract<PostData["timeline"]["items"][number], { type: "comment" }>;
type Comment = Item["comment"];

/** A comment and its replies, which go one level deep. */
export function CommentThread({ item, data }: { item: Item; data: PostData }) {
  const { t } = useFrame().words;
  const { comment, replies } = item;
  if (comment.deletedAt && replies.length === 0) return <p className="text-sm text-muted">{t("comment.deleted")}</p>;
  return (
    <>
      <CommentView comment={comment} data={data} />
      {replies.length > 0 && (
        <ol className="ms-4 mt-4 space-y-4 border-s-2 border-line ps-4 sm:ms-11">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentView comment={reply} data={data} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function CommentView({ comment, data: { post, duplicates, files, flags } }: { comment: Comment; data: PostData }) {
  const { t } = useFrame().words;
  const home = duplicates.find(({ id }) => id === comment.postId);
  if (comment.deletedAt) return <p className="text-sm text-muted">{t("comment.deleted")}</p>;
  return (
    <article id={`comment-${comment.id}`} className="comment">
      <Avatar name={comment.authorName} />
      <div>
        <p className="byline">
          <PersonName name={comment.authorName} role={comment.authorRole ?? undefined} />
          <a href={`#comment-${comment.id}`}>
            <When at={comment.createdAt} />
          </a>
          {home && <span title={home.title}>{t("comment.from", { number: home.number })}</span>}
          {comment.editedAt && (
            <a href={`/posts/${post.number}/history`} className="edited">
              {t("post.edited")}
            </a>
          )}
          <FlagMarks flags={flags?.[comment.id]} />
        </p>
        <Prose html={comment.bodyHtml ?? ""} className="mt-1" />
        <Attachments files={files[comment.id]} html={comment.bodyHtml ?? ""} />
        <Actions comment={comment} post={post} />
      </div>
    </article>
  );
}

const action = "text-muted no-underline hover:text-ink hover:underline";

function Actions({ comment, post }: { comment: Comment; post: PostData["post"] }) {
  const { viewer, words } = useFrame();
  const { t } = words;
  const isClosed = post.deletedAt || post.mergedInto || (post.lockedAt && !mayModerate(viewer));
  if (isClosed || !mayComment(viewer)) return null;
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-4 text-sm">
      {!comment.parentId && (
        <a
          href={`/posts/${post.number}/comments?reply=${comment.id}`}
          className={`${action} inline-flex items-center gap-1`}
        >
          <Icon name="reply" className="size-3.5" />
          {t("comment.reply")}
        </a>
      )}
      {mayEdit(viewer, { authorId: comment.authorId, lockedAt: post.lockedAt }) && (
        <>
          <a href={`/comments/${comment.id}/edit`} className={action}>
            {t("comment.edit")}
          </a>
          <a href={`/files/of/comment/${comment.id}`} className={action}>
            {t("files.manage")}
          </a>
          <Confirmed
            label={t("comment.delete")}
            question={t("comment.deleteQuestion")}
            action={`/comments/${comment.id}/delete`}
            className={action}
          />
        </>
      )}
    </div>
  );
}
