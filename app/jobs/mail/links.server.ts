import type { MailScope } from "#db/schema/telling/deliveries";
import { type MailToken, mailTokenFor } from "~/models/telling/deliveries/tokens.server";
import type { Tools } from "../tools.server";

const paths = {
  unsubscribe: "unsubscribe",
  mute: "unsubscribe",
  solved: "solved",
  consent: "consent",
  subscription: "subscribe",
} as const satisfies Record<MailScope, string>;

type Reader = { userId: string } | { userId: null; supporterId: string } | { userId: null; subscriberId: string };

/** The link that ends a subscription, made of the one that confirms it: both have the same token. */
export const unsubscribeLink = (subscribe: string): string => subscribe.replace("/subscribe/", "/unsubscribe/");

/** Makes the links of one mail that act in its reader's name, and collects the tokens that have to be kept for them. */
export function linkMaker({ env, origin }: Tools, { id, reader }: { id: string; reader: Reader }) {
  const tokens: MailToken[] = [];
  const linkTo = (scope: MailScope, postId?: string): string => {
    const token = mailTokenFor(env.SESSION_SECRET, { deliveryId: id, scope, postId });
    tokens.push({ token, scope, postId: postId ?? null, ...reader });
    return `${origin}/${paths[scope]}/${token}`;
  };
  return { linkTo, tokens };
}
