import { expect, test } from "vitest";
import { origin, useApp } from "../support/app";
import { useDatabase } from "../support/database";

useDatabase();
useApp();

test("without a secret there is no hook", async () => {
  const headers = { "x-webhook-secret": "undefined" };
  const answer = await fetch(`${origin()}/hooks/freshdesk`, { method: "POST", headers, body: '{"ticket_id":1}' });
  expect(answer.status).toBe(404);
});
