import { Fragment } from "react";
import { nameOf, whyOf } from "./because";
import { Action, Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import { oneLine } from "./one-line";
import type { Around, NewPost, Post } from "./props";
import type { Mail, Words } from "./words";

export interface NewPostProps extends Around {
  post: Post;
  news: NewPost;
}

/** A post on a board that somebody watches, or that mentions them. */
export function newPostMail(props: NewPostProps): Promise<Mail> {
  return compose(subjectOf(props), <NewPostMail {...props} />);
}

/** A new post in a digest. */
export const newPostInDigest = ({ words, news }: NewPostProps) => (
  <Fragment key={news.id}>
    <Quiet>{words.t("mail.digest.newOn", { board: oneLine(news.board), name: oneLine(nameOf(words, news.by)) })}</Quiet>
    {news.excerpt && <Paragraph>{oneLine(news.excerpt)}</Paragraph>}
  </Fragment>
);

function subjectOf({ words, post: { title }, news }: NewPostProps): string {
  if (news.reason === "mentioned") return words.t("mail.newPost.mentioned", { name: nameOf(words, news.by), title });
  return words.t("mail.newPost.subject", { board: news.board, title });
}

function NewPostMail({ words, links, post, news }: NewPostProps) {
  const { t } = words;
  return (
    <Layout words={words} preview={oneLine(news.excerpt)} footer={{ why: whyOf(words, news.reason), links }}>
      <Quiet>
        {t(`kind.${post.kind}`)} · {byOf(words, news)}
      </Quiet>
      <Title>{post.title}</Title>
      {news.excerpt && <Paragraph>{oneLine(news.excerpt)}</Paragraph>}
      <Action words={words} href={post.link}>
        {t("mail.open")}
      </Action>
    </Layout>
  );
}

function byOf(words: Words, { by, board, at }: NewPost): string {
  const date = words.day(at);
  return words.t("mail.newPost.by", { name: oneLine(nameOf(words, by)), board: oneLine(board), date });
}
