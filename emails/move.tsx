import { Fragment } from "react";
import { because, whyOf } from "./because";
import { Action, Quiet, Rule, Title } from "./components";
import { compose } from "./compose";
import { longestInDigest } from "./in-digest";
import { Layout } from "./layout";
import { isAnswer, MoveNews, nextOf, SolvedQuestion } from "./move-news";
import type { Around, Move, Post } from "./props";
import type { Mail } from "./words";

export interface MoveProps extends Around {
  post: Post;
  move: Move;
}

/** A post that somebody cares about has moved, or was answered. */
export function moveMail(props: MoveProps): Promise<Mail> {
  const { words, post, move } = props;
  const subject = isAnswer(move) ? "mail.move.answered" : (`status.${move.to}` as const);
  return compose(`${words.t(subject)}: ${post.title}`, <MoveMail {...props} />);
}

/** A move in a digest. */
export const moveInDigest = ({ words, links, post, move }: MoveProps) => (
  <Fragment key={move.id}>
    <MoveNews words={words} links={links} post={post} move={move} longest={longestInDigest} />
    {move.solvedLink && <SolvedQuestion words={words} link={move.solvedLink} />}
  </Fragment>
);

function MoveMail(props: MoveProps) {
  const { words, links, post, move } = props;
  const did = because(words, move, post.kind);
  return (
    <Layout words={words} preview={nextOf(words, move)} footer={{ why: whyOf(words, move.reason), links }}>
      {did && <Quiet>{did}</Quiet>}
      <Title>{post.title}</Title>
      <MoveNews {...props} longest={4000} />
      <Action words={words} href={post.link}>
        {words.t("mail.open")}
      </Action>
      {move.solvedLink && (
        <>
          <Rule />
          <SolvedQuestion words={words} link={move.solvedLink} />
        </>
      )}
    </Layout>
  );
}
