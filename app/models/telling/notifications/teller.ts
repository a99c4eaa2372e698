import type { SQL } from "drizzle-orm";
import type { Db } from "#db/client.server";
import type { DeliveryKind, NotificationReason } from "#db/schema/telling/deliveries";
import type { Words } from "~/i18n";
import type { EventData, EventType } from "../../core/events/types";
import type { User } from "../../core/users/viewer";
import type { MailWishes } from "./mail-plan";
import type { Told } from "./told";

/** An event as it is kept. */
export type ToldEvent<Type extends EventType = EventType> = {
  [One in Type]: {
    type: One;
    id: number;
    actorId: string | null;
    postId: string | null;
    commentId: string | null;
    ticketId: string | null;
    data: EventData[One];
    createdAt: Date;
  };
}[Type];

/** Somebody who is to be told of an event, and how they want their mail. */
export interface Recipient extends MailWishes {
  userId: string;
  email: string;
  reason: NotificationReason;
  since: Date | null;
}

export interface Page {
  /** The last person of the page before. */
  after?: string;
  limit: number;
}

/**
 * A condition on rows of `notifications`, with their `events`: the subject is still there, its reader may see it and wants
 * to, and what `isWhole` says of the event. The readers are rows of `users`, or all the same `reader`, for whom it is
 * planned in half the time.
 */
export type Place = (isWhole: SQL, reader?: User) => SQL;

/** How what happens to the things of one noun is told to people. All of them stand in app/models/tellers.server.ts. */
export interface Teller<News extends Told = Told> {
  /** The events it tells of, each with the mail that tells of it alone; null for what is told in the app only. */
  tells: { [Type in EventType]?: DeliveryKind | null };
  /** Whom an event concerns, never who did it: a page of them, in the order of their ids. */
  recipients(db: Db, event: ToldEvent, page: Page): Promise<Recipient[]>;
  /** Who may see what it tells of; tellers of the same things share it, so that it is asked once. */
  place: Place;
  /** A condition as `place` takes it: what else the news of such an event is made of is there, and for its reader. */
  isWhole(type: EventType, reader?: User): SQL | undefined;
  /** What these notifications tell; those of which nothing is there are missing. */
  news(db: Db, notificationIds: string[]): Promise<News[]>;
  /** As a sentence, and where it leads. */
  describe(words: Words, news: News): { sentence: string; path: string };
}
