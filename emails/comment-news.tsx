import { nameOf } from "./because";
import { Quote } from "./components";
import { light, paragraph, quiet } from "./look";
import { oneLine } from "./one-line";
import type { Around, Comment } from "./props";
import type { Words } from "./words";

interface CommentNewsProps extends Around {
  comment: Comment;
  /** Characters. */
  longest: number;
}

/** Who said what, and to whom. */
export function CommentNews({ words, links, comment, longest }: CommentNewsProps) {
  return (
    <>
      <p className="ink" style={{ ...paragraph, fontSize: "15px", fontWeight: 600, margin: "0 0 8px" }}>
        {saidBy(words, comment)}
        <br />
        <span className="muted" style={{ ...quiet, fontWeight: 400, color: light.muted }}>
          {words.moment(comment.at)}
        </span>
      </p>
      <Quote words={words} html={comment.bodyHtml} home={links.home} link={comment.link} longest={longest} />
    </>
  );
}

/** `Mona answered you` */
function saidBy(words: Words, { by, reason }: Comment): string {
  return words.t(`mail.comments.${howTo(reason)}`, { name: oneLine(nameOf(words, by)) });
}

export const howTo = (reason: Comment["reason"]): "replied" | "mentioned" | "commented" =>
  reason === "replied" || reason === "mentioned" ? reason : "commented";
