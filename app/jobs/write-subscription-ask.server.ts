import { spokenLanguage, wordsIn } from "~/i18n";
import type { WrittenMail } from "~/models/deliveries/batch.server";
import type { UnwrittenSubscription } from "~/models/deliveries/unwritten";
import { subscriptionMail } from "../../emails/subscription";
import { mailHeaders } from "./mail-headers";
import { linkMaker } from "./mail-links.server";
import type { Tools } from "./tools.server";

/** Asks an address whether it is to get the changelog; one token says yes at one address and no at the other. */
export async function writeSubscriptionAsk(
  tools: Tools,
  { id, subscriber: { subscriberId, language } }: UnwrittenSubscription,
): Promise<WrittenMail> {
  const { origin } = tools;
  const { linkTo, tokens } = linkMaker(tools, { id, reader: { userId: null, subscriberId } });
  const agree = linkTo("subscription");
  const stop = agree.replace("/changelog/confirm/", "/unsubscribe/");
  const mail = await subscriptionMail({
    words: wordsIn(spokenLanguage(language)),
    links: { agree, stop },
  });
  return { mail: { id, ...mail, headers: mailHeaders({ origin, unsubscribe: stop, list: "changelog" }) }, tokens };
}
