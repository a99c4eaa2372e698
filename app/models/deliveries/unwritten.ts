import type { DeliveryKind } from "#db/schema/deliveries";
import type { MailedNews } from "../notifications/news";
import type { Ask } from "./asks.server";
import type { EntryNews, Subscriber } from "./subscriber-mails.server";

/** A mail that is to be written. */
export type Unwritten = UnwrittenNews | UnwrittenAsk | UnwrittenEntry | UnwrittenSubscription | UnwrittenExport;

/** Who reads it and what it tells. */
export interface UnwrittenNews {
  id: string;
  kind: Exclude<DeliveryKind, "consent" | "entry" | "subscription" | "export">;
  reader: Reader;
  news: MailedNews[];
}

/** What a customer is asked. */
export interface UnwrittenAsk {
  id: string;
  kind: "consent";
  ask: Ask;
}

/** A new entry of the changelog. */
export interface UnwrittenEntry {
  id: string;
  kind: "entry";
  subscriber: Subscriber;
  entry: EntryNews;
}

/** Whether an address is to get the changelog. */
export interface UnwrittenSubscription {
  id: string;
  kind: "subscription";
  subscriber: Subscriber;
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
