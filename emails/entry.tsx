import { Action, Paragraph, Quiet, Quote, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import { accentOf, paragraph } from "./look";
import { oneLine } from "./one-line";
import type { FooterLinks } from "./props";
import type { Mail, Words } from "./words";

export interface EntryProps {
  words: Words;
  entry: {
    title: string;
    /** Sanitised. */
    bodyHtml: string;
    publishedAt: Date;
    link: string;
    labels: string[];
    /** What people asked for and now have. */
    posts: { title: string; link: string }[];
  };
  links: FooterLinks;
}

/** As much of an entry as a mail should be long; characters. */
const longest = 6000;

/** A new entry of the changelog. */
export function entryMail(props: EntryProps): Promise<Mail> {
  return compose(props.entry.title, <Entry {...props} />);
}

function Entry({ words, entry, links }: EntryProps) {
  const { t, day } = words;
  const about = [...entry.labels, t("mail.entry.published", { date: day(entry.publishedAt) })].map(oneLine);
  return (
    <Layout words={words} preview={about.join(" · ")} footer={{ why: t("mail.entry.why"), links }}>
      <Quiet>{about.join(" · ")}</Quiet>
      <Title>{entry.title}</Title>
      <Quote words={words} html={entry.bodyHtml} home={links.home} link={entry.link} longest={longest} />
      {entry.posts.length > 0 && <Posts words={words} posts={entry.posts} />}
      <Action words={words} href={entry.link}>
        {t("mail.entry.open")}
      </Action>
    </Layout>
  );
}

function Posts({ words, posts }: { words: Words; posts: EntryProps["entry"]["posts"] }) {
  return (
    <>
      <Paragraph>{words.t("mail.entry.posts")}</Paragraph>
      <ul className="ink" style={{ ...paragraph, margin: "0 0 16px", padding: "0 20px" }}>
        {posts.map(({ title, link }) => (
          <li key={link}>
            <a href={link} dir="auto" className="accent" style={{ color: accentOf(words).accent }}>
              {oneLine(title)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
