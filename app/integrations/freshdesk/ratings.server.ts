import { hasNext, read } from "./read-rows";
import { type Connection, send } from "./send.server";
import { type Rating, ratingShape } from "./shapes";

interface RatingDraft {
  /** From -103 (extremely unhappy) to 103. */
  rating: number;
  feedback: string;
}

export async function rateTicket(connection: Connection, ticketId: number, { rating, feedback }: RatingDraft) {
  await send(connection, {
    method: "POST",
    path: `/tickets/${ticketId}/satisfaction_ratings`,
    body: { feedback, ratings: { default_question: rating } },
    priority: "visible",
  });
}

/** All of one ticket. */
export const listRatings = (connection: Connection, ticketId: number): Promise<Rating[]> =>
  listAll(connection, `/tickets/${ticketId}/satisfaction_ratings`);

/** Those made since then. Later changes to one show nowhere. */
export const listRatingsSince = (connection: Connection, since: Date): Promise<Rating[]> =>
  listAll(connection, "/surveys/satisfaction_ratings", {
    created_since: since.toISOString().replace(/\.\d+Z$/, "Z"),
  });

async function listAll(connection: Connection, path: string, query: Record<string, string> = {}): Promise<Rating[]> {
  const all: Rating[] = [];
  for (let page = 1; ; page++) {
    const { json, headers } = await send(connection, {
      method: "GET",
      path,
      query: { ...query, page },
      priority: "background",
    });
    all.push(...read(ratingShape.array(), json));
    if (!hasNext(headers)) return all.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  }
}
