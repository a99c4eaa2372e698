import { Paragraph, StatusChip } from "./components";
import { accentOf, light, paragraph, wrap } from "./look";
import { oneLine } from "./one-line";
import type { Merge, Status } from "./props";
import type { Words } from "./words";

/** Where a post continues, and how that one stands. */
export function MergeNews({ words, merge: { original, reason } }: { words: Words; merge: Merge }) {
  const { t } = words;
  return (
    <>
      <h2 dir="auto" style={{ ...wrap, fontSize: "18px", lineHeight: "1.3", margin: "0 0 10px", textAlign: "inherit" }}>
        <a href={original.link} className="accent" style={{ color: accentOf(words).accent, textDecoration: "none" }}>
          {oneLine(original.title)}
        </a>
      </h2>
      <p className="muted" style={{ ...paragraph, fontSize: "14px", lineHeight: "2", color: light.muted }}>
        <StatusChip status={original.status} words={words} /> ·{" "}
        {t("vote.count", { count: original.voteCount, votes: words.number(original.voteCount) })}
      </p>
      <Paragraph>
        {t(`mail.merge.stands.${standing[original.status]}`)}{" "}
        {t(reason === "author" || reason === "voter" ? "mail.merge.votesCount" : "mail.merge.follows")}
      </Paragraph>
    </>
  );
}

/** How a post stands, by the category of its status. */
const standing = {
  open: "open",
  under_review: "open",
  planned: "active",
  confirmed: "active",
  in_progress: "active",
  shipped: "done",
  fixed: "done",
  declined: "closed",
  not_reproducible: "closed",
  wont_fix: "closed",
} as const satisfies Record<Status, string>;
