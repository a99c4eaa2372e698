import type { PostStatus } from "#db/schema/feedback/posts";
import { canBeVoted } from "~/models/feedback/posts/lifecycle";
import { useWords } from "./frame";
import { Icon } from "./icon";

interface Votable {
  number: number;
  title: string;
  status: PostStatus;
  voteCount: number;
  voted: boolean;
}

interface Props {
  post: Votable;
  isFrozen?: boolean;
  /** Without JavaScript one sees the post afterwards, not the page where the button was. */
  leadsToPost?: boolean;
}

/** Says what the vote shall be, not "the other way round": pressed twice it counts once. */
export function VoteButton({ post, isFrozen = false, leadsToPost = false }: Props) {
  const { t, compact } = useWords();
  const { title, voteCount, voted } = post;
  const name = `vote-${post.number}`;
  if (isFrozen || !canBeVoted(post)) return <FrozenVotes count={voteCount} name={name} />;
  return (
    <vote-button data-current={name}>
      <form method="post" action={`/posts/${post.number}/vote`}>
        {leadsToPost && <input type="hidden" name="goTo" value="post" />}
        <button
          type="submit"
          name="vote"
          value={voted ? "off" : "on"}
          aria-pressed={voted}
          title={t(voted ? "vote.withdraw" : "vote.cast")}
          data-other={t(voted ? "vote.cast" : "vote.withdraw")}
          className="vote"
        >
          <Icon name="arrow-up" />
          <span className="sr-only">{t("vote.label", { title })}</span>
          <span data-count={voteCount}>{compact(voteCount)}</span>
        </button>
      </form>
    </vote-button>
  );
}

function FrozenVotes({ count, name }: { count: number; name: string }) {
  const { t, compact, number } = useWords();
  return (
    <div className="vote" data-current={name} title={t("vote.frozen")}>
      <Icon name="check" />
      <span aria-hidden="true">{compact(count)}</span>
      <span className="sr-only">
        {t("vote.count", { count, votes: number(count) })}. {t("vote.frozen")}
      </span>
    </div>
  );
}
