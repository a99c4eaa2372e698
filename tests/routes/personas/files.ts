import { eq, inArray } from "drizzle-orm";
import { v4 as uuid } from "uuid";
import { notes, posts as posts_ } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import type { Destination } from "~/models/feedback/attachments/attachment";
import { removeAttachment } from "~/models/feedback/attachments/remove-attachment.server";
import { db } from "../../support/database";
import { attach } from "../../support/files";
import type { People, Posts } from "./stage";

type Talk = { goneByAuthor: string };

/** A file with a canary in its name and in itself, for whatever files belong to. */
export async function attachFiles({ ben, cleo, mona, dave }: People, posts: Posts, { goneByAuthor }: Talk) {
  const found = await db
    .select()
    .from(posts_)
    .where(inArray(posts_.number, Object.values(posts)));
  const [note] = await db.select().from(notes).where(eq(notes.bodyMarkdown, "kwxnote"));
  const postAt = (number: number): Destination => ({
    kind: "post",
    id: found.find((post) => post.number === number)?.id ?? "",
  });
  const plans: [word: string, viewer: User, to: Destination][] = [
    ["kwxopenfile", ben, postAt(posts.open)],
    ["kwxmembersfile", cleo, postAt(posts.members)],
    ["kwxstafffile", mona, postAt(posts.staff)],
    ["kwxdeletedfile", ben, postAt(posts.deleted)],
    ["kwxgonefile", dave, { kind: "comment", id: goneByAuthor }],
    ["kwxnotefile", mona, { kind: "note", id: note?.id ?? "" }],
    ["kwxdraftfile", ben, { kind: "draft", id: uuid() }],
    ["kwxremovedfile", ben, postAt(posts.open)],
  ];
  const ids: string[] = [];
  for (const [word, viewer, to] of plans) ids.push(await attach(viewer, to, `${word}.txt`, `It says ${word}.`));
  await removeAttachment(db, { viewer: ben, id: ids.at(-1) ?? "" });
  const postIds = [posts.open, posts.staff].map((number) => postAt(number).id);
  return { ids, postIds };
}
