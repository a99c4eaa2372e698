import { spokenLanguage, wordsIn } from "~/i18n";
import type { WrittenMail } from "~/models/deliveries/batch.server";
import type { UnwrittenAsk } from "~/models/deliveries/unwritten";
import { postPath } from "~/models/posts/post-path";
import { consentMail } from "../../emails/consent";
import { mailHeaders } from "./mail-headers";
import { linkMaker } from "./mail-links.server";
import type { Tools } from "./tools.server";

/** Asks a customer whether to keep them posted; one token says yes at one address and no at the other. */
export async function writeAsk(tools: Tools, { id, ask }: UnwrittenAsk): Promise<WrittenMail> {
  const { origin } = tools;
  const { supporterId, language, post } = ask;
  const { linkTo, tokens } = linkMaker(tools, { id, reader: { userId: null, supporterId } });
  const agree = linkTo("consent");
  const unlink = agree.replace("/consent/", "/unsubscribe/");
  const mail = await consentMail({
    words: wordsIn(spokenLanguage(language)),
    post: { title: post.title, kind: post.kind, link: `${origin}${postPath(post)}` },
    links: { agree, unlink },
  });
  return { mail: { id, ...mail, headers: mailHeaders({ origin, unsubscribe: unlink, postIds: [post.id] }) }, tokens };
}
