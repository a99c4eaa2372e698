import { spokenLanguage, wordsIn } from "~/i18n";
import { entryPath } from "~/models/changelog/entry-path";
import { labelName } from "~/models/changelog/label-name";
import type { WrittenMail } from "~/models/deliveries/batch.server";
import type { SubscriberMail } from "~/models/deliveries/subscriber-mails.server";
import { postPath } from "~/models/posts/post-path";
import { entryMail } from "../../emails/entry";
import { mailHeaders } from "./mail-headers";
import { linkMaker, unsubscribeLink } from "./mail-links.server";
import type { Tools } from "./tools.server";

/** A new entry of the changelog, for one of its subscribers. */
export async function writeEntryMail(
  tools: Tools,
  { id, subscriber, entry }: Extract<SubscriberMail, { kind: "entry" }>,
): Promise<WrittenMail> {
  const { origin } = tools;
  const { subscriberId, language, timeZone } = subscriber;
  const { linkTo, tokens } = linkMaker(tools, { id, reader: { userId: null, subscriberId } });
  const unsubscribe = unsubscribeLink(linkTo("subscription"));
  const words = wordsIn(spokenLanguage(language), timeZone);
  const mail = await entryMail({
    words,
    entry: {
      title: entry.title,
      bodyHtml: entry.bodyHtml,
      publishedAt: entry.publishedAt,
      link: `${origin}${entryPath(entry)}`,
      labels: entry.labels.map((label) => labelName(words, label)),
      posts: entry.posts.map((post) => ({ title: post.title, link: `${origin}${postPath(post)}` })),
    },
    links: { home: origin, changelog: `${origin}/changelog`, unsubscribe },
  });
  return { mail: { id, ...mail, headers: mailHeaders({ origin, unsubscribe, list: "changelog" }) }, tokens };
}
