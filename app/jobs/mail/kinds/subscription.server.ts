import { nameOfRoadmap } from "~/models/feedback/roadmaps/name-of-roadmap.server";
import { roadmapName } from "~/models/feedback/roadmaps/names";
import type { WrittenMail } from "~/models/telling/deliveries/batch.server";
import {
  findSubscribersOfMails,
  type SubscriberOfMail,
} from "~/models/telling/subscriptions/subscribers-of-mails.server";
import { subscriptionMail } from "../../../../emails/subscription";
import { speakTo } from "../../speak-to.server";
import type { Tools } from "../../tools.server";
import { mailHeaders } from "../headers";
import { linkMaker, unsubscribeLink } from "../links.server";
import type { MailKinds } from "../mail-kind";

export const subscriptionMails = {
  subscription: {
    async *write(tools, mails) {
      const ids = mails.map(({ id }) => id);
      for (const reader of await findSubscribersOfMails(tools.db, ids)) {
        if (!reader.confirmedAt) yield await writeAsk(tools, reader);
      }
    },
  },
} satisfies MailKinds;

/** Asks an address whether it is to get the changelog, or a roadmap; one token says yes at one address and no at the other. */
async function writeAsk(
  tools: Tools,
  { id, subscriberId, language, roadmapId }: SubscriberOfMail,
): Promise<WrittenMail> {
  const { db, origin } = tools;
  const roadmap = roadmapId === null ? undefined : await nameOfRoadmap(db, roadmapId);
  const { linkTo, tokens } = linkMaker(tools, { id, reader: { userId: null, subscriberId } });
  const agree = linkTo("subscription");
  const stop = unsubscribeLink(agree);
  const words = await speakTo(tools, { language });
  const mail = await subscriptionMail({
    words,
    roadmap: roadmap ? roadmapName(words, roadmap) : null,
    links: { agree, stop },
  });
  const list = roadmap ? "roadmap" : "changelog";
  return {
    mail: { id, ...mail, headers: mailHeaders({ origin, name: words.t("site.name"), unsubscribe: stop, list }) },
    tokens,
  };
}
