import { nameOf } from "./because";
import { CommentNews } from "./comment-news";
import { MergeNews } from "./merge-news";
import { MoveNews, SolvedQuestion } from "./move-news";
import { oneLine } from "./one-line";
import { Paragraph, Quiet } from "./parts";
import type { Around, Comment, Merge, Move, NewPost, Post } from "./props";

export type Item =
  | ({ type: "move" } & Move)
  | ({ type: "comment" } & Comment)
  | ({ type: "merge" } & Merge)
  | ({ type: "post" } & NewPost);

interface DigestNewsProps extends Around {
  post: Post;
  item: Item;
}

/** Characters of what somebody wrote, among so much else. */
const longest = 280;

/** One thing that happened to a post, short. */
export function DigestNews({ words, links, post, item }: DigestNewsProps) {
  const { t } = words;
  switch (item.type) {
    case "move":
      return (
        <>
          <MoveNews words={words} links={links} post={post} move={item} longest={longest} />
          {item.solvedLink && <SolvedQuestion words={words} link={item.solvedLink} />}
        </>
      );
    case "comment":
      return <CommentNews words={words} links={links} comment={item} longest={longest} />;
    case "merge":
      return (
        <>
          <Quiet>{t("mail.digest.merged")}</Quiet>
          <MergeNews words={words} merge={item} />
        </>
      );
    case "post":
      return (
        <>
          <Quiet>{t("mail.digest.newOn", { board: oneLine(item.board), name: oneLine(nameOf(words, item.by)) })}</Quiet>
          {item.excerpt && <Paragraph>{oneLine(item.excerpt)}</Paragraph>}
        </>
      );
  }
}
