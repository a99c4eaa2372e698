import { type EntryNews, findEntryNews } from "~/models/feedback/changelog/entry-news.server";
import { entryPath } from "~/models/feedback/changelog/entry-path";
import { labelName } from "~/models/feedback/changelog/label-name";
import { postPath } from "~/models/feedback/posts/post-path";
import type { WrittenMail } from "~/models/telling/deliveries/batch.server";
import {
  findSubscribersOfMails,
  type SubscriberOfMail,
} from "~/models/telling/subscriptions/subscribers-of-mails.server";
import { entryMail } from "../../../../emails/entry";
import { speakTo } from "../../speak-to.server";
import type { Tools } from "../../tools.server";
import { mailHeaders } from "../headers";
import { linkMaker, unsubscribeLink } from "../links.server";
import type { MailKinds } from "../mail-kind";

export const entryMails = {
  entry: {
    async *write(tools, mails) {
      const ids = mails.map(({ id }) => id);
      const readers = await findSubscribersOfMails(tools.db, ids);
      const entryIds = readers.flatMap(({ entryId }) => entryId ?? []);
      const news = await findEntryNews(tools.db, entryIds);
      for (const reader of readers) {
        const entry = news.get(reader.entryId ?? "");
        if (entry && reader.confirmedAt) yield await writeEntry(tools, reader, entry);
      }
    },
  },
} satisfies MailKinds;

/** A new entry of the changelog, for one of its subscribers. */
async function writeEntry(tools: Tools, subscriber: SubscriberOfMail, entry: EntryNews): Promise<WrittenMail> {
  const { origin } = tools;
  const { id, subscriberId, language, timeZone } = subscriber;
  const { linkTo, tokens } = linkMaker(tools, { id, reader: { userId: null, subscriberId } });
  const unsubscribe = unsubscribeLink(linkTo("subscription"));
  const words = await speakTo(tools, { language, timeZone });
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
  return {
    mail: { id, ...mail, headers: mailHeaders({ origin, name: words.t("site.name"), unsubscribe, list: "changelog" }) },
    tokens,
  };
}
