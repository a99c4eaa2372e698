import { expect, test } from "vitest";
import { wordsIn } from "~/i18n";
import { watchPromises } from "~/models/support/promises/watch-promises.server";
import { assignTicket } from "~/models/support/tickets/change-ticket.server";
import { staffTicketPath, ticketPath } from "~/models/support/tickets/ticket-number";
import { useApp } from "../../../support/app";
import { type Page, signedIn, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { addPolicy } from "../../../support/promises";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
useApp();

const minute = 60_000;
const subjects = ({ document }: Page) => [...document.querySelectorAll("[data-row] h2")].map((one) => one.textContent);

test("agents see what is due in which order, and requesters until when they get an answer", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const categoryId = await addCategory();
  await addPolicy({ priorities: ["urgent"] }, { position: 1, firstSeconds: 3600 });
  await addPolicy({ priorities: ["medium"] }, { position: 2, firstSeconds: 3 * 3600 });
  const ago = (minutes: number) => new Date(Date.now() - minutes * minute);
  await ask(ben, { categoryId, subject: "Unpromised", priority: "low", at: ago(600) });
  await ask(ben, { categoryId, subject: "In time", at: ago(30) });
  const asked = ago(50);
  const soon = await ask(ben, { categoryId, subject: "Soon", priority: "urgent", at: asked });
  const late = await ask(ben, { categoryId, subject: "Too late", priority: "urgent", at: ago(90) });
  await assignTicket(db, { viewer: gus, number: soon, assigneeId: gus.id, at: ago(49) });
  await watchPromises(db, new Date());

  const agent = await signedIn(gus);
  const queue = await agent.get("/staff/support?sort=due");
  expect(subjects(queue)).toEqual(["Too late", "Soon", "In time", "Unpromised"]);
  expect(words(queue)).toMatch(/At risk\s*1.*Late\s*1/);
  expect(subjects(await agent.get("/staff/support?promise=at_risk"))).toEqual(["Soon"]);
  const page = await agent.get("/staff/support?promise=breached&sort=due");
  expect(subjects(page)).toEqual(["Too late"]);
  expect(words(page)).toContain("Late since");
  expect(words(await agent.get(staffTicketPath(soon)))).toMatch(
    /First responseAt risk, due.* min of working time left/,
  );

  const requester = await signedIn(ben);
  const due = wordsIn("en")
    .moment(new Date(asked.getTime() + 60 * minute))
    .replace(/\s/g, " ");
  expect(words(await requester.get(ticketPath(soon)))).toContain(`We answer by ${due}.`);
  expect(words(await requester.get(ticketPath(late)))).toMatch(/We wanted to answer by .* and are late/);
});
