import { Fragment, type ReactElement } from "react";
import { Action, PostTitle, Quiet, Rule, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import { More } from "./more";
import type { Around, Post } from "./props";
import { takeFirst } from "./take-first";
import type { Mail, Words } from "./words";

export interface DigestProps extends Around {
  /** At least one, the most important first, with at least one item each. */
  groups: Group[];
}

interface Group {
  post: Post;
  items: Item[];
}

/** One thing that happened to a post, short. */
interface Item {
  counts: "moves" | "posts" | "merges" | "comments";
  shown: ReactElement;
}

/** What happened to the posts of one reader in a day or a week. */
export function digestMail(props: DigestProps): Promise<Mail> {
  return compose(subjectOf(props), <DigestMail {...props} />);
}

function subjectOf({ words: { t }, groups }: DigestProps): string {
  const title = groups[0]?.post.title ?? "";
  const count = groups.length - 1;
  return count > 0 ? t("mail.digest.subject", { title, count }) : t("mail.digest.subjectAlone", { title });
}

function DigestMail({ words, links, groups }: DigestProps) {
  const { t } = words;
  const { taken, left } = takeFirst(groups, 25, "items");
  const numbers = countsOf(words, groups);
  return (
    <Layout words={words} preview={numbers} footer={{ why: t("mail.footer.why.digest"), links }}>
      <Quiet>{numbers}</Quiet>
      <Title>{t("mail.digest.heading")}</Title>
      {taken.map(({ post, items }) => (
        <Fragment key={post.link}>
          <Rule />
          <PostTitle post={post} />
          {items.map(({ shown }) => shown)}
        </Fragment>
      ))}
      {left > 0 && <More words={words} count={left} link={links.notifications} />}
      <Action words={words} href={links.notifications}>
        {t("mail.digest.open")}
      </Action>
    </Layout>
  );
}

/** `2 moves, 5 comments and 1 new post` */
function countsOf({ t, list }: Words, groups: Group[]): string {
  const items = groups.flatMap(({ items }) => items);
  const said = (["moves", "posts", "merges", "comments"] as const).flatMap((name) => {
    const count = items.filter(({ counts }) => counts === name).length;
    return count > 0 ? [t(`mail.digest.${name}`, { count })] : [];
  });
  return list(said);
}
