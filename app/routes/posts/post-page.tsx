import { mayComment, mayModerate } from "~/models/core/users/policy";
import { categoryOf } from "~/models/feedback/posts/lifecycle";
import { button } from "~/ui/button";
import { Confirmed } from "~/ui/confirmed";
import { useFrame } from "~/ui/frame";
import { Breadcrumbs } from "./breadcrumbs";
import { CommentForm } from "./comment-form";
import { FollowForm } from "./follow-form";
import type { PostData } from "./load-post.server";
import { Duplicates, FromNote, MergedNote } from "./merged-posts";
import { Notes } from "./notes/notes";
import { OfficialAnswer } from "./official-answer";
import { PostBody } from "./post-body";
import { PostHeading } from "./post-heading";
import { SolvedQuestion } from "./solved-question";
import { StaffPanel } from "./staff-panel";
import { Timeline } from "./timeline";

export function PostPage(data: PostData) {
  const { post, original, answer, boards, tags, people, isContinued } = data;
  const { viewer, words } = useFrame();
  const { t } = words;
  const isOpenForComments = !post.deletedAt && !post.mergedInto && (!post.lockedAt || mayModerate(viewer));
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <Breadcrumbs post={post} boards={boards} />
        {original && <MergedNote post={post} original={original} />}
        {data.from && <FromNote duplicate={data.from} />}
        <article>
          <PostHeading post={post} tags={tags} flags={data.flags?.[post.id]} address={data.head.canonical} />
          {data.isAsked && categoryOf(post.status) === "done" && <SolvedQuestion number={post.number} />}
          {answer && !isContinued && <OfficialAnswer answer={answer} />}
          {!isContinued && <PostBody post={post} files={data.files} />}
          <Duplicates duplicates={data.duplicates} />
        </article>
        <Timeline {...data} />
        {isOpenForComments && !data.timeline.next && mayComment(viewer) && (
          <CommentForm number={post.number} id={data.commentId} people={people} savedReplies={data.savedReplies} />
        )}
        {!viewer && (
          <p className="mt-8">
            <a href={`/sign-in?next=${encodeURIComponent(`/posts/${post.number}`)}`} className={button("quiet")}>
              {t("comment.signIn")}
            </a>
          </p>
        )}
        {post.lockedAt && <p className="mt-8 text-sm text-muted">{t("post.lockedNote")}</p>}
      </div>
      <aside className="space-y-6" aria-label={t("post.aside")}>
        <FollowForm post={post} />
        {viewer?.id === post.authorId && post.status === "open" && !post.deletedAt && !original && (
          <Confirmed
            action={`/posts/${post.number}/close`}
            label={t("post.close")}
            question={t("post.closeQuestion")}
            className={button("quiet", "small")}
          />
        )}
        {mayModerate(viewer) && (
          <StaffPanel
            {...{ post, boards, tags }}
            judgements={data.judgements}
            tickets={data.tickets}
            assignee={data.assignee}
            team={data.team}
            savedReplies={data.savedReplies}
          />
        )}
        {data.notes && <Notes number={post.number} notes={data.notes} files={data.files} id={data.noteId} />}
      </aside>
    </div>
  );
}
