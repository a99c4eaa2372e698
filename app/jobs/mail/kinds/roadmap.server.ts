import type { Words } from "~/i18n";
import { postPath } from "~/models/feedback/posts/post-path";
import { roadmapPath } from "~/models/feedback/roadmaps/address";
import { describeHistoryItem, noteOfHistoryItem } from "~/models/feedback/roadmaps/describe-history-item";
import { type EditionNews, editionTeller } from "~/models/feedback/roadmaps/edition-news.server";
import { roadmapName } from "~/models/feedback/roadmaps/names";
import type { WrittenMail } from "~/models/telling/deliveries/batch.server";
import {
  findSubscribersOfMails,
  type SubscriberOfMail,
} from "~/models/telling/subscriptions/subscribers-of-mails.server";
import { type Change, roadmapMail } from "../../../../emails/roadmap";
import { speakTo } from "../../speak-to.server";
import type { Tools } from "../../tools.server";
import { mailHeaders } from "../headers";
import { linkMaker, unsubscribeLink } from "../links.server";
import type { MailKinds } from "../mail-kind";

export const roadmapMails = {
  roadmap: {
    async *write(tools, mails) {
      const ids = mails.map(({ id }) => id);
      const tell = editionTeller(tools.db);
      for (const reader of await findSubscribersOfMails(tools.db, ids)) {
        const { editionId, confirmedAt, user } = reader;
        const edition =
          editionId && confirmedAt && (await tell(editionId, { viewer: user, subscribedAt: confirmedAt }));
        if (edition) yield await writeEdition(tools, reader, edition);
      }
    },
  },
} satisfies MailKinds;

/** The most posts that one mail tells of. */
const most = 20;

/** What changed on a roadmap in a day, for one of its followers. */
async function writeEdition(tools: Tools, subscriber: SubscriberOfMail, news: EditionNews): Promise<WrittenMail> {
  const { origin } = tools;
  const { id, subscriberId, language, timeZone } = subscriber;
  const { linkTo, tokens } = linkMaker(tools, { id, reader: { userId: null, subscriberId } });
  const unsubscribe = unsubscribeLink(linkTo("subscription"));
  const words = await speakTo(tools, { language, timeZone });
  const changes = changesOf(words, news, origin);
  const path = `${origin}${roadmapPath(news.roadmap)}`;
  const mail = await roadmapMail({
    words,
    roadmap: roadmapName(words, news.roadmap),
    changes: changes.slice(0, most),
    more: news.hasMore || changes.length > most ? `${path}/history` : undefined,
    links: { home: origin, roadmap: path, unsubscribe },
  });
  return {
    mail: { id, ...mail, headers: mailHeaders({ origin, name: words.t("site.name"), unsubscribe, list: "roadmap" }) },
    tokens,
  };
}

/** By post, in the order in which the history tells of them; what concerns no post is together, too. */
function changesOf(words: Words, { items }: EditionNews, origin: string): Change[] {
  const changes = new Map<number | null, Change>();
  for (const item of items) {
    const { post } = item;
    const number = post?.number ?? null;
    const change = changes.get(number) ?? {
      post: post && { title: post.title, link: `${origin}${postPath(post)}` },
      steps: [],
    };
    change.steps.unshift({ sentence: describeHistoryItem(words, item), note: noteOfHistoryItem(item) });
    changes.set(number, change);
  }
  return [...changes.values()];
}
