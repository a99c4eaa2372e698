import { and, eq, inArray, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { deliveries, supporters } from "#db/schema";
import type { PostKind } from "#db/schema/feedback/posts";
import { isOpenToEverybody } from "../../feedback/posts/open-to-everybody.server";

/** The customer and the post that a mail of consent is about. */
export interface Ask {
  supporterId: string;
  language: string;
  post: { id: string; number: number; title: string; kind: PostKind };
}

/** By the id of the mail; those that are not to be asked after all, as things stand now, are missing. */
export async function findAsks(db: Db, deliveryIds: string[]): Promise<Map<string, Ask>> {
  if (deliveryIds.length === 0) return new Map();
  const ids = sql.join(
    deliveryIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const found = await rows<{ deliveryId: string; language: string | null; supporterId: string } & Ask["post"]>(
    db,
    sql`select deliveries.id as "deliveryId", supporters.id as "supporterId", supporters.language,
        root.id, root.number, root.title, root.kind
      from deliveries join supporters on supporters.id = deliveries.supporter_id
      join posts as linked on linked.id = supporters.post_id
      join posts as root on root.id = coalesce(linked.merged_into, linked.id)
      where deliveries.id in (${ids}) and supporters.state = 'asked' and supporters.email = deliveries."to"
        and ${isOpenToEverybody("root")}`,
  );
  return new Map(
    found.map(({ deliveryId, supporterId, language, ...post }) => [
      deliveryId,
      { supporterId, language: language ?? "en", post },
    ]),
  );
}

const day = 24 * 60 * 60_000;

/** These customers were not asked after all: for good where the address gets no mail, else perhaps another day. */
export async function takeBackAsks(db: Db, deliveryIds: string[], isForGood: boolean, at: Date): Promise<void> {
  if (deliveryIds.length === 0) return;
  const asked = db.select({ id: deliveries.supporterId }).from(deliveries).where(inArray(deliveries.id, deliveryIds));
  await db
    .update(supporters)
    .set({
      state: isForGood ? "unreachable" : "waiting",
      email: null,
      askedAt: null,
      dueAt: new Date(at.getTime() + day),
    })
    .where(and(inArray(supporters.id, asked), eq(supporters.state, "asked")));
}
