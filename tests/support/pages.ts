import { sql } from "drizzle-orm";
import { rows } from "#db/client.server";
import { signedIn, Visitor } from "./browser";
import { cast } from "./cast";
import { type Crowd, prepareCrowd } from "./crowd/crowd";
import { ticketBulk } from "./crowd/desk";
import { importOfMany } from "./crowd/imports";
import { idOf } from "./crowd/numbers";
import { bulkAction } from "./crowd/teamwork";
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
  const [ids] = await rows<Record<"reply" | "person" | "mail" | "note" | "upload" | "written", string>>(
    db,
    sql`select ${idOf("reply", 1)} as reply, ${idOf("user", 1)} as person, ${idOf("mail", 1)} as mail,
      ${idOf("note", 1)} as note, ${idOf("upload", 1)} as upload,
      (select id from posts where number = 1) as written`,
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

const otherStatus: Record<string, number> = {
  "/posts/5": 302,
  "/sign-in/again": 302,
  "/sign-in/passkey-needed": 302,
  "/nowhere": 404,
  "/invitations/unknown": 404,
  "/roadmap/roadmap/embed": 403,
};

/** Who looks at what, and the most statements that it may take: the session, the page, and what the frame shows. Ben has something to read. */
function pageTable(
  post: string,
  {
    reply,
    person,
    mail,
    note,
    upload,
    written,
  }: Record<"reply" | "person" | "mail" | "note" | "upload" | "written", string>,
) {
  return {
    visitor: {
      "/": 5,
      "/?sort=top&status=all": 5,
      "/?sort=new&kind=idea": 5,
      "/?board=app&tag=loud&sort=discussed": 7,
      "/search?q=night2": 14,
      [post]: 12,
      "/posts/1/history": 4,
      "/posts/5": 3,
      "/invitations/unknown": 2,
      "/sign-in": 1,
      "/sign-in/code?id=1": 1,
      "/sign-in/link/unknown": 2,
      "/sign-in/with/nobody": 1,
      "/unsubscribe/token-1": 2,
      "/solved/token-2": 2,
      "/consent/token-1": 2,
      "/roadmap": 6,
      "/roadmap?board=app&tag=loud": 8,
      "/roadmap/roadmap/embed": 3,
      "/roadmap/roadmap/history": 5,
      "/roadmap/roadmap/subscription": 3,
      "/changelog": 6,
      "/changelog?label=new": 6,
      "/changelog/1/news-1": 6,
      "/subscribe/unknown": 2,
      "/help": 5,
      "/help/getting-started": 4,
      "/help/articles/1/answer-1": 6,
      "/support/new": 2,
      "/help/judgements/1": 4,
      "/support/received?number=ST-2026-0001": 1,
      "/nowhere": 2,
    },
    ben: {
      "/": 8,
      "/?sort=top": 8,
      "/search?q=night2": 17,
      [post]: 17,
      "/posts/1/history": 7,
      "/posts/1/history/1/remove": 6,
      "/posts/new": 7,
      "/posts/1/edit": 5,
      [`/files/of/post/${written}`]: 8,
      [`/comments/${reply}/edit`]: 5,
      "/roadmap": 10,
      "/roadmap/roadmap/subscription": 6,
      "/changelog": 8,
      "/changelog/1/news-1": 9,
      "/changelog/subscription": 6,
      "/support": 5,
      "/support?q=hurts&show=all": 5,
      "/support/new": 5,
      "/support/ST-2026-0001": 15,
      "/me": 6,
      "/me/votes": 6,
      "/me/follows": 6,
      "/me/preferences": 7,
      "/me/notifications": 7,
      "/me/data": 5,
      "/me/sessions": 7,
      "/me/tokens": 5,
      "/sign-in/again": 2,
      "/sign-in/passkey-needed": 2,
      "/me/data/delete": 5,
      "/people?q=person-2": 2,
      "/people?q=person-2&post=3": 3,
    },
    mona: {
      "/": 7,
      [post]: 27,
      [`/notes/${note}/edit`]: 7,
      "/posts/1/move?to=planned": 9,
      "/posts/1/move?reply=1": 10,
      "/posts/6/merge": 8,
      "/posts/6/merge?into=2": 12,
      "/staff": 8,
      "/staff/mine": 8,
      "/staff/mine?after=4": 8,
      "/staff/replies": 8,
      "/staff/replies/1": 9,
      "/staff/synonyms": 8,
      "/staff/inbox": 13,
      "/staff/inbox?flagged=on": 13,
      "/staff/inbox?board=app&tag=loud&unanswered=on&flagged=on": 15,
      "/staff/inbox/view-1": 13,
      "/staff/inbox/views": 7,
      [`/staff/inbox/bulk/${bulkAction}`]: 11,
      "/staff/inbox/bulk?post=1&post=2&change=move:planned": 11,
      "/staff/tags": 8,
      "/staff/requests": 11,
      "/staff/requests?sort=votes&dir=asc&board=app&tag=loud&kind=idea&status=all": 11,
      "/staff/requests/1": 11,
      "/staff/requests/weights": 8,
      "/staff/insights": 8,
      "/staff/companies": 8,
      "/staff/companies/acme.example": 9,
      "/staff/companies/upload": 7,
      "/staff/tags/1": 8,
      "/staff/roadmaps": 9,
      "/staff/roadmaps/1/columns": 9,
      "/staff/roadmaps/1/cards": 11,
      "/staff/roadmaps/1/cards/1": 11,
      "/staff/changelog": 9,
      "/staff/changelog/new": 9,
      "/staff/changelog/labels": 9,
      "/staff/changelog/1": 15,
      "/staff/support": 15,
      "/staff/support?sort=newest&status=open&status=closed&priority=high&tier=1": 15,
      "/staff/support?sort=priority&assignee=me&category=1": 15,
      "/staff/support?q=hurts&requester=person-1&company=company-1.example&tag=export&from=2026-01-01": 22,
      "/staff/support?away=spam": 15,
      "/staff/support?view=queue-1": 18,
      "/staff/support/views": 7,
      [`/staff/support/bulk/${ticketBulk}`]: 11,
      "/staff/support/bulk?ticket=ST-2026-0001&ticket=ST-2026-0002&change=move:resolved": 10,
      "/staff/support/new": 8,
      "/staff/support/suggestions": 8,
      "/staff/support/figures?days=90": 13,
      "/staff/support/ST-2026-0001": 37,
      "/staff/support/ST-2026-0001/merge": 13,
      "/staff/support/ST-2026-0001/forward": 10,
      "/staff/support/ST-2026-0001/print?notes=yes": 10,
      "/staff/support/ST-2026-0001/post": 13,
      "/staff/help": 12,
      "/staff/help?state=review&section=1&owner=me": 12,
      "/staff/help/new": 10,
      "/staff/help/1": 23,
      "/staff/help/1/versions/1": 14,
      "/staff/help/sections": 9,
      "/staff/help/sections/1": 10,
      "/staff/help/moving": 9,
      "/staff/help/searches": 8,
      "/staff/help/searches?kind=unopened": 8,
      "/staff/help/searches/wording?q=night": 8,
      "/staff/help/searches/synonym?q=night": 7,
      "/staff/freshdesk": 13,
      "/staff/freshdesk/tickets/1": 15,
      "/staff/freshdesk/tickets/1/post": 14,
    },
    ada: {
      "/staff/invitations": 9,
      "/staff/settings": 7,
      "/staff/settings/statuses": 7,
      "/staff/settings/contrast?color=%23000000": 2,
      "/staff/settings/support": 7,
      "/staff/support/settings/categories": 8,
      "/staff/support/settings/categories/1": 8,
      "/staff/support/settings/routing": 11,
      "/staff/support/settings/policies": 11,
      "/staff/support/settings/schedules": 11,
      "/staff/support/settings/paging": 8,
      "/staff/support/settings/report": 9,
      "/staff/support/settings/tiers": 12,
      "/staff/support/settings/tiers/4": 12,
      "/staff/support/settings/vips": 9,
      "/staff/boards": 9,
      "/staff/boards/1": 10,
      "/staff/people": 8,
      "/staff/people?q=person-2": 8,
      [`/staff/people/${person}/delete`]: 8,
      [`/staff/people/${person}/passkeys`]: 9,
      "/staff/mail": 8,
      "/staff/mail?status=failed": 8,
      "/staff/mail?kind=comments": 8,
      "/staff/mail?address=person-1@example.com": 8,
      [`/staff/mail/${mail}`]: 10,
      "/staff/mail/test": 7,
      "/staff/mail/suppressions": 8,
      "/staff/jobs": 10,
      "/staff/import": 8,
      [`/staff/import/${upload}`]: 9,
      [`/staff/import/${importOfMany}/undo`]: 10,
      "/staff/export": 10,
      "/dev/outbox": 4,
      [`/dev/outbox/${mail}`]: 5,
    },
  } satisfies Record<Looker, Record<string, number>>;
}
