import { Fragment } from "react";
import { because, nameOf, whyOf } from "./because";
import { CommentNews, howTo } from "./comment-news";
import { Action, PostTitle, Quiet, Rule, Title } from "./components";
import { compose } from "./compose";
import { longestInDigest } from "./in-digest";
import { Layout } from "./layout";
import { More } from "./more";
import { previewText } from "./preview-text";
import type { Around, Comment, Post } from "./props";
import { takeFirst } from "./take-first";
import type { Mail, Words } from "./words";

export interface CommentsProps extends Around {
  /** At least one, with at least one comment each. */
  threads: Thread[];
}

interface Thread {
  post: Post;
  comments: Comment[];
}

/** Somebody commented; several comments go together when they come close together. */
export function commentsMail(props: CommentsProps): Promise<Mail> {
  return compose(subjectOf(props), <CommentsMail {...props} />);
}

/** A comment in a digest. */
export const commentInDigest = ({ words, links, comment }: Around & { comment: Comment }) => (
  <CommentNews key={comment.id} words={words} links={links} comment={comment} longest={longestInDigest} />
);

function subjectOf({ words, threads }: CommentsProps): string {
  const { t } = words;
  const [first] = threads;
  const [comment] = first?.comments ?? [];
  if (!first || !comment) return "";
  const { title } = first.post;
  if (threads.length > 1) return t("mail.comments.subject.posts", { count: threads.length });
  const { length } = first.comments;
  if (length > 1) return t("mail.comments.subject.several", { count: length, title });
  return t(`mail.comments.subject.${howTo(comment.reason)}`, { name: nameOf(words, comment.by), title });
}

/** Characters of a comment that comes alone, or with others. */
const longest = { alone: 2000, amongOthers: 500 };

function CommentsMail(props: CommentsProps) {
  const { words, links, threads, takesReplies } = props;
  const { t } = words;
  const { taken, left } = takeFirst(threads, 30, "comments");
  const isAlone = threads.length === 1 && threads[0]?.comments.length === 1;
  const [first] = threads;
  const [only] = threads.length === 1 ? threads : [];
  const did = only?.comments[0] && because(words, only.comments[0], only.post.kind);
  return (
    <Layout
      words={words}
      preview={previewText(first?.comments[0]?.bodyHtml ?? "")}
      footer={{ why: whyThese(words, threads), links }}
    >
      {did && <Quiet>{did}</Quiet>}
      {only ? <Title>{only.post.title}</Title> : <Title>{subjectOf(props)}</Title>}
      {taken.map(({ post, comments }, i) => (
        <Fragment key={post.link}>
          {i > 0 && <Rule />}
          {!only && <PostTitle post={post} />}
          {comments.map((comment) => (
            <CommentNews
              key={comment.id}
              words={words}
              links={links}
              comment={comment}
              longest={isAlone ? longest.alone : longest.amongOthers}
            />
          ))}
        </Fragment>
      ))}
      {left > 0 && <More words={words} count={left} link={links.notifications} />}
      {only ? (
        <Action words={words} href={only.comments[0]?.link ?? only.post.link}>
          {t("mail.comments.open")}
        </Action>
      ) : (
        <Action words={words} href={links.notifications}>
          {t("mail.digest.open")}
        </Action>
      )}
      {only && takesReplies && <Quiet>{t("mail.comments.byMail")}</Quiet>}
    </Layout>
  );
}

function whyThese(words: Words, threads: Thread[]): string {
  const reasons = new Set(threads.flatMap(({ comments }) => comments.map(({ reason }) => reason)));
  const [reason] = reasons;
  return threads.length === 1 && reasons.size === 1 && reason
    ? whyOf(words, reason)
    : words.t("mail.footer.why.several");
}
