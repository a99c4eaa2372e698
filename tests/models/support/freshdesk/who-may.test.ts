import { v4 as uuid } from "uuid";
import { expect, test } from "vitest";
import { linkFreshdeskTicket } from "~/models/support/freshdesk/link-ticket.server";
import {
  findFreshdeskTicket,
  findLinksOfFreshdeskTicket,
  findLinksOfPost,
} from "~/models/support/freshdesk/links.server";
import { openFreshdeskTicket } from "~/models/support/freshdesk/open-ticket.server";
import {
  checkFreshdesk,
  connectFreshdesk,
  disconnectFreshdesk,
  pauseFreshdesk,
  resumeFreshdesk,
} from "~/models/support/freshdesk/pause-freshdesk.server";
import { findFreshdeskState, listLog, listWrites } from "~/models/support/freshdesk/queue-state.server";
import { resyncAll, resyncFreshdeskTicket } from "~/models/support/freshdesk/resync.server";
import { saveFreshdeskSettings } from "~/models/support/freshdesk/save-settings.server";
import { freshdeskDraft } from "~/models/support/freshdesk/settings-draft";
import { unlinkFreshdeskTicket } from "~/models/support/freshdesk/unlink-ticket.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const id = uuid();

test.each(["ben", "milo"] as const)("%s sees nothing of tickets and changes nothing", async (name) => {
  const people = await cast(name);
  const viewer = people[name];
  await post(viewer, idea(await addBoard()));
  const asked = [
    linkFreshdeskTicket(db, { viewer, number: 1, ticket: "1" }),
    unlinkFreshdeskTicket(db, { viewer, linkId: id }),
    openFreshdeskTicket(db, { viewer, number: 1, id, requester: "author" }),
    resyncFreshdeskTicket(db, { viewer, ticket: 1 }),
    findLinksOfPost(db, viewer, id),
    findLinksOfFreshdeskTicket(db, viewer, 1),
    findFreshdeskTicket(db, viewer, 1),
    findFreshdeskState(db, viewer),
    listWrites(db, viewer),
    listLog(db, viewer, { ticket: 1 }),
  ];
  for (const one of asked) await expect(one).rejects.toMatchObject({ code: "forbidden" });
});

test("agents and maintainers leave the connection itself to administrators", async () => {
  const { mona: viewer } = await cast("mona");
  const draft = freshdeskDraft.parse({ setsTags: true, addressField: null, looksInNotes: true });
  const asked = [
    saveFreshdeskSettings(db, { viewer, draft }),
    pauseFreshdesk(db, { viewer }),
    resumeFreshdesk(db, { viewer }),
    disconnectFreshdesk(db, { viewer, keepsLinks: true }),
    connectFreshdesk(db, { viewer }),
    checkFreshdesk(db, { viewer }),
    resyncAll(db, { viewer }),
  ];
  for (const one of asked) await expect(one).rejects.toMatchObject({ code: "forbidden" });
});

test("what is no ticket cannot be linked, and a deleted post cannot be linked to", async () => {
  const { gus: viewer, ben } = await cast("gus", "ben");
  await post(ben, idea(await addBoard()));
  for (const ticket of ["", "0", "x12", "https://acme.freshdesk.com/a/contacts/12", "12345678901"]) {
    await expect(linkFreshdeskTicket(db, { viewer, number: 1, ticket })).rejects.toMatchObject({
      code: "ticketNumberWrong",
    });
  }
  await expect(linkFreshdeskTicket(db, { viewer, number: 2, ticket: "1" })).rejects.toMatchObject({ code: "notFound" });
});
