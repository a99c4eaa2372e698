import { nameOf } from "./because";
import { Action, Paragraph, Quiet, Quote, StatusChange } from "./components";
import { light, quiet } from "./look";
import { oneLine } from "./one-line";
import type { Around, Move, Post } from "./props";
import type { Words } from "./words";

interface MoveNewsProps extends Around {
  post: Post;
  move: Move;
  /** Characters of the answer. */
  longest: number;
}

/** What changed, what the team says to it, and what happens next. */
export function MoveNews({ words, links, post, move, longest }: MoveNewsProps) {
  const { t, day } = words;
  const name = oneLine(nameOf(words, move.by));
  return (
    <>
      {!isAnswer(move) && <StatusChange words={words} from={move.from} to={move.to} />}
      {move.byAuthor && <Paragraph>{t("mail.move.byAuthor", { name })}</Paragraph>}
      {move.answerHtml && (
        <>
          <Quiet>{t("mail.officialAnswer", { name })}</Quiet>
          <Quote words={words} html={move.answerHtml} home={links.home} link={post.link} longest={longest} isAnswer />
        </>
      )}
      <Paragraph>{nextOf(words, move)}</Paragraph>
      <Quiet>
        {move.release && `${t("post.release", { release: oneLine(move.release) })} · `}
        {t("mail.move.by", { name, date: day(move.at) })}
      </Quiet>
    </>
  );
}

/** The team has said something, and the post stands where it stood. */
export const isAnswer = ({ from, to }: Pick<Move, "from" | "to">): boolean => from === to;

/** What the reader may expect now. */
export const nextOf = ({ t }: Words, move: Move): string => {
  if (isAnswer(move)) return t("mail.move.next.answered", { status: t(`status.${move.to}`) });
  return t(`mail.move.next.${move.byAuthor ? "closedByAuthor" : move.to}`);
};

/** Asked once; the answer is given on a page, since programs that check mail follow links. */
export function SolvedQuestion({ words, link }: { words: Words; link: string }) {
  const { t } = words;
  return (
    <>
      <p className="ink" style={{ ...quiet, fontSize: "16px", fontWeight: 600, color: light.ink, margin: "0 0 4px" }}>
        {t("mail.move.solved.question")}
      </p>
      <p className="muted" style={{ ...quiet, margin: "0 0 14px" }}>
        {t("mail.move.solved.note")}
      </p>
      <Action words={words} href={link} isSecond>
        {t("mail.move.solved.button")}
      </Action>
    </>
  );
}
