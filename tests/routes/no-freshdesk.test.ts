import { expect, test } from "vitest";
import { useApp } from "../support/app";
import { signedIn, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { useDatabase } from "../support/database";

useDatabase();
useApp();

test("without an account the page says which variables to set and what to paste, and posts say nothing", async () => {
  const { ada } = await cast("ada");
  const admin = await signedIn(ada);
  await post(ada, idea(await addBoard()));
  const page = words(await admin.get("/staff/freshdesk"));
  for (const name of ["FRESHDESK_DOMAIN", "FRESHDESK_API_KEY", "/hooks/freshdesk", "{{ticket.id}}"]) {
    expect(page).toContain(name);
  }
  expect((await admin.get("/posts/1/dark-mode-at-night")).html).not.toContain("/posts/1/tickets");
});
