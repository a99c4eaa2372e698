import { expect, test } from "vitest";
import { useApp } from "../support/app";
import { useDatabase } from "../support/database";
import { sendHook } from "../support/resend-hooks";

useDatabase();
useApp();

test("without a secret there is no hook", async () => {
  expect(await sendHook("email.delivered", {})).toBe(404);
});
