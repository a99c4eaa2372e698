import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import type { User } from "../../core/users/viewer";
import { type Section, sections } from "./sections.server";

const pageLength = 500;

/** All that is a person's own as JSON, piece by piece: however much it is, a page of it is in memory. */
export async function* exportPersonalData(db: Db, viewer: User, at = new Date()): AsyncGenerator<string> {
  yield `{\n"exportedAt": ${JSON.stringify(at)},\n"profile": ${JSON.stringify(await findProfile(db, viewer), null, 2)}`;
  for (const [name, section] of Object.entries(sections)) {
    yield `,\n"${name}": [`;
    yield* exportSection(db, viewer, section);
    yield "]";
  }
  yield "\n}\n";
}

async function* exportSection(db: Db, viewer: User, section: Section): AsyncGenerator<string> {
  let separator = "\n";
  for (let after: string | undefined; ; ) {
    const page = await section(db, viewer, { after, limit: pageLength });
    for (const { key: _, ...row } of page) {
      yield separator + JSON.stringify(row);
      separator = ",\n";
    }
    if (page.length < pageLength) return;
    after = page.at(-1)?.key;
  }
}

async function findProfile(db: Db, { id }: User) {
  const [user] = await db.select().from(users).where(eq(users.id, id));
  if (!user) return null;
  const { blockedAt: _blocked, deletedAt: _deleted, ...profile } = user;
  return profile;
}
