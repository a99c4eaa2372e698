import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Database } from "#db/client.server";
import { boards, posts, users } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import type { User } from "~/models/core/users/viewer";
import { submitPost } from "~/models/feedback/posts/submit-post.server";
import { linkFreshdeskTicket } from "~/models/support/freshdesk/link-ticket.server";
import { changeSettings } from "~/models/support/freshdesk/settings.server";
import type { Freshdesk } from "../../../fakes/freshdesk/freshdesk";

/** A post and the ticket that waits for it. */
export interface Pair {
  number: number;
  status: PostStatus;
  ticket: number;
}

export interface Stage {
  maintainer: User;
  pairs: Pair[];
}

/** What a ticket gets when its post moves; the other statuses leave it alone. */
const statusMap = { open: 2, planned: 3, in_progress: 6, shipped: 4 };

/** So many posts of the maintainer's own, each linked to a ticket of somebody else. */
export async function setStage({ db }: Database, freshdesk: Freshdesk, count: number): Promise<Stage> {
  const maintainer: User = { id: uuid(), name: "Mona", role: "maintainer", language: "en" };
  await db.insert(users).values({ ...maintainer, email: "mona@staff.example" });
  const [board] = await db.insert(boards).values({ slug: "app", name: "App" }).returning({ id: boards.id });
  await changeSettings(db, { statusMap, addressField: "cf_portal_post" });
  const pairs: Pair[] = [];
  for (let i = 0; i < count; i++) {
    const draft = { kind: "idea" as const, title: `Idea ${i}`, body: "", boardId: board?.id ?? 0, tagIds: [] };
    const { number } = await submitPost(db, { viewer: maintainer, id: uuid(), draft });
    const email = `customer-${i}@example.org`;
    const ticket = freshdesk.createTicket({ email, subject: `Ticket ${i}`, description: "<p>Please.</p>" }).id;
    await linkFreshdeskTicket(db, { viewer: maintainer, number, ticket: String(ticket) });
    pairs.push({ number, status: "open", ticket });
  }
  return { maintainer, pairs };
}

/** The posts as they stand in the end. */
export async function findStatus({ db }: Database, number: number): Promise<PostStatus> {
  const [post] = await db.select({ status: posts.status }).from(posts).where(eq(posts.number, number));
  return post?.status ?? "open";
}
