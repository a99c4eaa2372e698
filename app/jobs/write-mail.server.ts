import { spokenLanguage, wordsIn } from "~/i18n";
import { askIfSolved } from "~/models/deliveries/ask-if-solved.server";
import type { WrittenMail } from "~/models/deliveries/batch.server";
import type { Unwritten, UnwrittenNews } from "~/models/deliveries/unwritten";
import type { MailedNews, MoveNews } from "~/models/notifications/news";
import { categoryOf } from "~/models/posts/lifecycle";
import { commentsMail } from "../../emails/comments";
import { digestMail } from "../../emails/digest";
import { mergeMail } from "../../emails/merge";
import { moveMail } from "../../emails/move";
import { newPostMail } from "../../emails/new-post";
import type { Around } from "../../emails/props";
import type { Mail } from "../../emails/words";
import { mailHeaders } from "./mail-headers";
import { type Group, groupNews, mailItem } from "./mail-items";
import { linkMaker } from "./mail-links.server";
import type { Tools } from "./tools.server";
import { writeAsk } from "./write-ask.server";
import { writeEntryMail } from "./write-entry-mail.server";
import { writeExportMail } from "./write-export-mail.server";
import { writeRoadmapMail } from "./write-roadmap-mail.server";
import { writeSubscriptionAsk } from "./write-subscription-ask.server";

/** Puts what a mail has to say into its reader's language; written again, it says the same. */
export async function writeMail(tools: Tools, unwritten: Unwritten): Promise<WrittenMail> {
  switch (unwritten.kind) {
    case "consent":
      return writeAsk(tools, unwritten);
    case "entry":
      return writeEntryMail(tools, unwritten);
    case "roadmap":
      return writeRoadmapMail(tools, unwritten);
    case "subscription":
      return writeSubscriptionAsk(tools, unwritten);
    case "export":
      return writeExportMail(tools, unwritten);
    default:
      return writeNews(tools, unwritten);
  }
}

async function writeNews(tools: Tools, unwritten: UnwrittenNews): Promise<WrittenMail> {
  const { origin } = tools;
  const { id, kind, reader } = unwritten;
  const news = unwritten.news.toSorted((a, b) => a.eventId - b.eventId);
  const { linkTo, tokens } = linkMaker(tools, { id, reader: { userId: reader.userId } });
  const items = [];
  for (const one of news) {
    const asks = one.type === "move" && (await asksIfSolved(tools, reader.userId, one));
    const solvedLink = asks ? linkTo("solved", one.post.id) : undefined;
    items.push({ post: one.post, item: mailItem(one, { origin, solvedLink }) });
  }
  const aloneId = new Set(news.map(livingId)).size === 1 && news[0] ? livingId(news[0]) : undefined;
  const unsubscribe = linkTo("unsubscribe");
  const around: Around = {
    words: wordsIn(spokenLanguage(reader.language), reader.timeZone),
    links: {
      home: origin,
      notifications: `${origin}/me/notifications`,
      preferences: `${origin}/me/preferences`,
      unsubscribe,
      mute: aloneId && linkTo("mute", aloneId),
    },
  };
  const mail = await fillTemplate(kind, around, groupNews(items, origin));
  const postIds = aloneId ? [...new Set([...news.map(({ post }) => post.id), aloneId])] : [];
  return { mail: { id, ...mail, headers: mailHeaders({ origin, unsubscribe, postIds }) }, tokens };
}

/** Of the post that the reader hears of from now on. */
const livingId = (news: MailedNews): string => (news.type === "merge" ? news.original.id : news.post.id);

/** Whoever asked or voted for a post that is done is asked, unless it has moved on since. */
async function asksIfSolved({ db }: Tools, userId: string, { from, to, reason, post, at }: MoveNews): Promise<boolean> {
  const concerns =
    from !== to && categoryOf(to) === "done" && post.status === to && (reason === "author" || reason === "voter");
  return concerns && askIfSolved(db, { postId: post.id, userId, at });
}

/** One event has a mail of its own kind, comments have theirs; whatever else comes together is a digest. */
function fillTemplate(kind: UnwrittenNews["kind"], around: Around, groups: Group[]): Promise<Mail> {
  const items = groups.flatMap(({ items }) => items);
  const [item] = items;
  const [{ post } = { post: undefined }] = groups;
  const isComments = items.every(({ type }) => type === "comment");
  if (kind === "digest" || !post || !item || (items.length > 1 && !isComments))
    return digestMail({ ...around, groups });
  switch (item.type) {
    case "move":
      return moveMail({ ...around, post, move: item });
    case "merge":
      return mergeMail({ ...around, post, merge: item });
    case "post":
      return newPostMail({ ...around, post, news: item });
    case "comment":
      return commentsMail({ ...around, threads: groups.map(commentsOf) });
  }
}

const commentsOf = ({ post, items }: Group) => ({ post, comments: items.filter((item) => item.type === "comment") });
