import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events, notes, users } from "#db/schema";
import { maintainers, mayNote } from "../../core/users/policy";
import { gapsOf } from "../../telling/notifications/gaps";
import type { Teller, ToldEvent } from "../../telling/notifications/teller";
import { postPath } from "../posts/post-path";
import { mentionedIn, recipientsOfPost } from "../posts/recipients.server";
import { findToldOfPosts, isPostThere } from "../posts/told-of-post.server";
import type { NoteNews } from "./news";

/** Notes concern those alone whom they mention, and stay in the app. */
export const notesTeller: Teller<NoteNews> = {
  tells: { "note.added": null },

  async recipients(db, event, page) {
    const { noteId } = (event as ToldEvent<"note.added">).data;
    const causes = mentionedIn(await findHtml(db, noteId), event, { amongTeam: true });
    return recipientsOfPost(db, event, { ...page, causes });
  },

  place: isPostThere,
  isWhole(_type, reader) {
    const isThere = sql`exists (select from ${notes} where ${notes.id} = (${events.data} ->> 'noteId')::uuid)`;
    if (reader) return mayNote(reader) ? isThere : sql`false`;
    return sql`${users.role} in ${maintainers} and ${isThere}`;
  },

  async news(db, ids) {
    const told = await findToldOfPosts(db, ids);
    return told.map(({ type: _, ...one }): NoteNews => ({ type: "note", ...one }));
  },

  describe(words, news) {
    const { post } = news;
    return {
      sentence: words.t("notifications.says.mentionedInNote", gapsOf(words, news, { title: post.title })),
      path: `${postPath(post)}#notes`,
    };
  },
};

async function findHtml(db: Db, noteId: string): Promise<string> {
  const [note] = await db.select({ html: notes.bodyHtml }).from(notes).where(eq(notes.id, noteId));
  return note?.html ?? "";
}
