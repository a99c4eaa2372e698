import type { DeliveryKind } from "#db/schema/deliveries";
import type { MailedNews } from "../notifications/news";
import type { Ask } from "./asks.server";
import type { SubscriberMail } from "./subscriber-mails.server";

/** A mail that is to be written. */
export type Unwritten = UnwrittenNews | UnwrittenAsk | SubscriberMail | UnwrittenExport;

/** Who reads it and what it tells. */
export interface UnwrittenNews {
  id: string;
  kind: Exclude<DeliveryKind, "consent" | SubscriberMail["kind"] | "export">;
  reader: Reader;
  news: MailedNews[];
}

/** What a customer is asked. */
export interface UnwrittenAsk {
  id: string;
  kind: "consent";
  ask: Ask;
}

/** The export that somebody asked for is ready. */
export interface UnwrittenExport {
  id: string;
  kind: "export";
  reader: Reader;
}

export interface Reader {
  userId: string;
  name: string | null;
  language: string;
  timeZone: string;
}
