import { postPath } from "~/models/feedback/posts/post-path";
import { type Ask, findAsks, takeBackAsks } from "~/models/support/supporters/asks.server";
import type { WrittenMail } from "~/models/telling/deliveries/batch.server";
import { consentMail } from "../../../../emails/consent";
import { speakTo } from "../../speak-to.server";
import type { Tools } from "../../tools.server";
import { mailHeaders } from "../headers";
import { linkMaker } from "../links.server";
import type { MailKinds } from "../mail-kind";

export const consentMails = {
  consent: {
    async *write(tools, mails) {
      const ids = mails.map(({ id }) => id);
      for (const [id, ask] of await findAsks(tools.db, ids)) yield await writeAsk(tools, id, ask);
    },
    notSent: ({ db, now }, ids, isForGood) => takeBackAsks(db, ids, isForGood, now()),
  },
} satisfies MailKinds;

/** Asks a customer whether to keep them posted; one token says yes at one address and no at the other. */
async function writeAsk(tools: Tools, id: string, ask: Ask): Promise<WrittenMail> {
  const { origin } = tools;
  const { supporterId, language, post } = ask;
  const { linkTo, tokens } = linkMaker(tools, { id, reader: { userId: null, supporterId } });
  const agree = linkTo("consent");
  const unlink = agree.replace("/consent/", "/unsubscribe/");
  const words = await speakTo(tools, { language });
  const name = words.t("site.name");
  const mail = await consentMail({
    words,
    post: { title: post.title, kind: post.kind, link: `${origin}${postPath(post)}` },
    links: { agree, unlink },
  });
  return {
    mail: { id, ...mail, headers: mailHeaders({ origin, name, unsubscribe: unlink, postIds: [post.id] }) },
    tokens,
  };
}
