import { expect, test } from "vitest";
import { fillDesk } from "../../../fakes/freshdesk/fixtures";
import { startFreshdesk } from "../../../fakes/freshdesk/freshdesk";

test("agents see the tickets at the address itself, and reply, note and solve with plain buttons", async () => {
  const freshdesk = await startFreshdesk();
  fillDesk(freshdesk);
  const page = async () => (await fetch(freshdesk.url)).text();
  expect(await page()).toContain("Is there a dark mode?");
  expect(await page()).toContain("Sync says &quot;done&quot;");
  const post = (path: string, form: Record<string, string>) =>
    fetch(freshdesk.url + path, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  expect((await post("/tickets/101/reply", { body: "<b>Soon</b>" })).status).toBe(303);
  await post("/tickets/101/note", { body: "Between us" });
  await post("/tickets/101/status", { status: "4" });
  expect(freshdesk.ticket(101).status).toBe(4);
  expect(freshdesk.conversations(101).slice(-2)).toMatchObject([
    { body: "<div>&lt;b&gt;Soon&lt;/b&gt;</div>", private: false },
    { private: true },
  ]);
  expect(await page()).toContain("&lt;b&gt;Soon&lt;/b&gt;");
  expect((await post("/tickets/999/reply", { body: "x" })).status).toBe(404);
  await freshdesk.stop();
});
