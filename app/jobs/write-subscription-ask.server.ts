import { spokenLanguage, wordsIn } from "~/i18n";
import type { WrittenMail } from "~/models/deliveries/batch.server";
import type { SubscriberMail } from "~/models/deliveries/subscriber-mails.server";
import { roadmapName } from "~/models/roadmaps/names";
import { subscriptionMail } from "../../emails/subscription";
import { mailHeaders } from "./mail-headers";
import { linkMaker, unsubscribeLink } from "./mail-links.server";
import type { Tools } from "./tools.server";

/** Asks an address whether it is to get the changelog, or a roadmap; one token says yes at one address and no at the other. */
export async function writeSubscriptionAsk(
  tools: Tools,
  { id, subscriber: { subscriberId, language }, roadmap }: Extract<SubscriberMail, { kind: "subscription" }>,
): Promise<WrittenMail> {
  const { origin } = tools;
  const { linkTo, tokens } = linkMaker(tools, { id, reader: { userId: null, subscriberId } });
  const agree = linkTo("subscription");
  const stop = unsubscribeLink(agree);
  const words = wordsIn(spokenLanguage(language));
  const mail = await subscriptionMail({
    words,
    roadmap: roadmap ? roadmapName(words, roadmap) : null,
    links: { agree, stop },
  });
  const list = roadmap ? "roadmap" : "changelog";
  return { mail: { id, ...mail, headers: mailHeaders({ origin, unsubscribe: stop, list }) }, tokens };
}
