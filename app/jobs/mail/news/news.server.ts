import { commentReplyToken } from "~/models/feedback/comments/reply-tokens.server";
import { type News, tellers } from "~/models/tellers.server";
import type { WrittenMail } from "~/models/telling/deliveries/batch.server";
import type { Reader } from "~/models/telling/deliveries/queued-mail";
import { findNewsOfDeliveries } from "~/models/telling/notifications/find-news.server";
import { commentsMail } from "../../../../emails/comments";
import { digestMail } from "../../../../emails/digest";
import type { Around } from "../../../../emails/props";
import type { Mail } from "../../../../emails/words";
import { speakTo } from "../../speak-to.server";
import type { Tools } from "../../tools.server";
import { mailHeaders, replyTo } from "../headers";
import { linkMaker } from "../links.server";
import type { MailKind } from "../mail-kind";
import { type Group, groupNews } from "./group";
import type { Shown } from "./show";
import { show } from "./shows.server";

/** What happened, to whom it concerns: alone, several comments together, or whatever else comes together as a digest. */
export const news: MailKind = newsKind((around, groups) => {
  const items = groups.flatMap(({ items }) => items);
  const [only] = items;
  const [{ post } = { post: undefined }] = groups;
  if (items.length === 1 && only && post) return only.alone(around, post);
  if (items.every(({ comment }) => comment)) return commentsMail({ ...around, threads: groups.map(threadOf) });
  return digest(around, groups);
});

/** Daily and weekly digests. */
export const digests: MailKind = newsKind(digest);

type Fill = (around: Around, groups: Group[]) => Promise<Mail>;

function digest(around: Around, groups: Group[]): Promise<Mail> {
  const shown = groups.map(({ post, items }) => ({
    post,
    items: items.map(({ counts, inDigest }) => ({ counts, shown: inDigest(around, post) })),
  }));
  return digestMail({ ...around, groups: shown });
}

const threadOf = ({ post, items }: Group) => ({ post, comments: items.flatMap(({ comment }) => comment ?? []) });

function newsKind(fill: Fill): MailKind {
  return {
    async *write(tools, mails) {
      const wanted = mails.filter(({ reader }) => reader?.wantsMail && !reader.isBlocked);
      const ids = wanted.map(({ id }) => id);
      const told = await findNewsOfDeliveries(tools.db, tellers, ids);
      for (const { id, reader } of wanted) {
        const news = told.get(id);
        if (news && reader) yield await writeNews(tools, { id, reader, news, fill });
      }
    },
  };
}

interface Unwritten {
  id: string;
  reader: Reader;
  news: News[];
  fill: Fill;
}

async function writeNews(tools: Tools, { id, reader, news, fill }: Unwritten): Promise<WrittenMail> {
  const { origin } = tools;
  const { userId } = reader;
  const { linkTo, tokens } = linkMaker(tools, { id, reader: { userId } });
  const items: Shown[] = [];
  for (const one of news.toSorted((a, b) => a.eventId - b.eventId)) {
    const shown = await show(one, { tools, userId, linkTo });
    if (shown) items.push(shown);
  }
  const continued = new Set(items.map(({ continues }) => continues));
  const [alone] = continued.size === 1 ? continued : [];
  const unsubscribe = linkTo("unsubscribe");
  const replies = alone ? replyHeader(tools.env, items) : undefined;
  const around: Around = {
    words: await speakTo(tools, reader),
    links: {
      home: origin,
      notifications: `${origin}/me/notifications`,
      preferences: `${origin}/me/preferences`,
      unsubscribe,
      mute: alone && linkTo("mute", alone),
    },
    takesReplies: replies !== undefined,
  };
  const mail = await fill(around, groupNews(items, origin));
  const postIds = alone ? [...new Set([...items.map(({ post }) => post.id), alone])] : [];
  const headers = mailHeaders({ origin, name: around.words.t("site.name"), unsubscribe, postIds });
  return { mail: { id, ...mail, headers: { ...headers, ...replies } }, tokens };
}

/** Where comments on one post are answered by mail, if mail comes in here. */
function replyHeader(
  { INBOUND_DOMAIN, SESSION_SECRET }: Tools["env"],
  items: Shown[],
): Record<string, string> | undefined {
  const newest = items.at(-1)?.comment;
  if (!INBOUND_DOMAIN || !newest || !items.every(({ comment }) => comment)) return;
  const token = commentReplyToken(SESSION_SECRET, { notificationId: newest.id, isOnlyOne: items.length === 1 });
  return { "Reply-To": replyTo(token, INBOUND_DOMAIN) };
}
