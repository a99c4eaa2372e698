import { sql } from "drizzle-orm";
import { rows } from "#db/client.server";
import { signedIn, Visitor } from "./browser";
import { cast } from "./cast";
import { type Crowd, prepareCrowd } from "./crowd/crowd";
import { idOf } from "./crowd/numbers";
import { db } from "./database";

/** Somebody unknown, and people of the cast: a member, a maintainer and an administrator. */
export type Looker = "visitor" | "ben" | "mona" | "ada";

export interface Look {
  looker: Looker;
  path: string;
  /** So many statements it may send at most. */
  most: number;
  /** Rejects where it is not the page that was expected. */
  look(): Promise<void>;
}

/** Four people before a portal that a crowd can be added to. */
export async function comeTogether(): Promise<{ crowd: Crowd; lookers: Record<Looker, Visitor> }> {
  const { ben, mona, ada } = await cast("ben", "mona", "ada");
  const crowd = await prepareCrowd({ memberId: ben.id, staffId: mona.id });
  const [visitor, member, maintainer, admin] = [
    new Visitor(),
    await signedIn(ben),
    await signedIn(mona),
    await signedIn(ada),
  ];
  return { crowd, lookers: { visitor, ben: member, mona: maintainer, ada: admin } };
}

/** Every page, by each who sees something of their own there. */
export async function listPages(lookers: Record<Looker, Visitor>): Promise<Look[]> {
  const post = (await lookers.visitor.get("/posts/1")).location ?? "";
  const [ids] = await rows<Record<"reply" | "person" | "mail", string>>(
    db,
    sql`select ${idOf("reply", 1)} as reply, ${idOf("user", 1)} as person, ${idOf("mail", 1)} as mail`,
  );
  if (!ids) throw new Error("There is no crowd.");
  const table = pageTable(post, ids);
  return (Object.entries(table) as [Looker, Record<string, number>][]).flatMap(([looker, pages]) =>
    Object.entries(pages).map(([path, most]) => ({
      looker,
      path,
      most,
      async look() {
        const { status } = await lookers[looker].get(path);
        if (status !== (otherStatus[path] ?? 200)) throw new Error(`${path} answers ${status} to ${looker}.`);
      },
    })),
  );
}

const otherStatus: Record<string, number> = { "/posts/5": 302, "/nowhere": 404 };

/** Who looks at what, and the most statements that it may take: the session, the page, and what the frame shows. */
function pageTable(post: string, { reply, person, mail }: { reply: string; person: string; mail: string }) {
  return {
    visitor: {
      "/": 4,
      "/?sort=top&status=all": 4,
      "/?sort=new&kind=idea": 4,
      "/?board=app&tag=loud&sort=discussed": 6,
      "/search?q=night2": 9,
      [post]: 10,
      "/posts/1/history": 3,
      "/posts/5": 2,
      "/sign-in": 0,
      "/sign-in/code?id=1": 0,
      "/sign-in/link/unknown": 1,
      "/unsubscribe/token-1": 1,
      "/solved/token-2": 1,
      "/consent/token-1": 1,
      "/nowhere": 0,
    },
    ben: {
      "/": 6,
      "/?sort=top": 6,
      "/search?q=night2": 11,
      [post]: 14,
      "/posts/1/history": 5,
      "/posts/new": 4,
      "/posts/1/edit": 3,
      [`/comments/${reply}/edit`]: 3,
      "/me": 4,
      "/me/votes": 4,
      "/me/follows": 4,
      "/me/preferences": 5,
      "/me/notifications": 3,
      "/me/data": 3,
      "/me/data/delete": 3,
      "/people?q=person-2": 2,
      "/people?q=person-2&post=3": 3,
    },
    mona: {
      "/": 6,
      [post]: 20,
      "/posts/1/move?to=planned": 7,
      "/posts/6/merge": 7,
      "/posts/6/merge?into=2": 11,
      "/staff": 7,
      "/staff/tags": 7,
      "/staff/tags/1": 7,
      "/staff/freshdesk": 12,
      "/staff/freshdesk/tickets/1": 14,
      "/staff/freshdesk/tickets/1/post": 13,
    },
    ada: {
      "/staff/boards": 7,
      "/staff/boards/1": 7,
      "/staff/people": 7,
      "/staff/people?q=person-2": 7,
      [`/staff/people/${person}/delete`]: 7,
      "/staff/mail": 7,
      "/staff/mail?status=failed": 7,
      "/staff/mail?kind=comments": 7,
      "/staff/mail?address=person-1@example.com": 7,
      [`/staff/mail/${mail}`]: 9,
      "/staff/mail/test": 6,
      "/staff/mail/suppressions": 7,
      "/staff/jobs": 9,
      "/dev/outbox": 3,
      [`/dev/outbox/${mail}`]: 4,
    },
  } satisfies Record<Looker, Record<string, number>>;
}
