import { beforeEach, expect, test } from "vitest";
import {
  inboxViews,
  invitations,
  roadmapColumns,
  sentForms,
  supportPolicies,
  supportSchedules,
  ticketCategories,
  ticketRules,
} from "#db/schema";
import { useApp } from "../../support/app";
import { signedIn, type Visitor } from "../../support/browser";
import { addRoadmap, cast } from "../../support/cast";
import { db, useDatabase } from "../../support/database";

useDatabase();
useApp();

let adas: Visitor;

beforeEach(async () => {
  adas = await signedIn((await cast("ada")).ada);
});

const settings = "/staff/support/settings";
const forms = {
  policy: [`${settings}/policies`, supportPolicies, "name", {}],
  schedule: [`${settings}/schedules`, supportSchedules, "name", { monday: "9-17" }],
  rule: [`${settings}/routing`, ticketRules, "name", { occasion: "opened", priority: "high" }],
  category: [`${settings}/categories`, ticketCategories, "names.en", { usualPriority: "low" }],
  "view of tickets": ["/staff/support/views?status=open", inboxViews, "name", {}],
  column: ["/staff/roadmaps/1/columns", roadmapColumns, "name", { position: "9" }],
  invitation: ["/staff/invitations", invitations, "people", { role: "member", days: "14" }],
} as const;

test.each(Object.entries(forms))("the form of a %s makes one, however often it is sent", async (what, form) => {
  const [path, table, field, more] = form;
  if (what === "column") await addRoadmap("ideas");
  const before = await db.$count(table);
  const page = await adas.get(path);
  const id = page.document.querySelector<HTMLInputElement>("input[name=id]")?.value ?? "";
  const send = (text: string) => adas.post(path, { ...more, id, [field]: text });
  const answers = await Promise.all([send("5"), send("5")]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(answers[0]?.location).toBe(answers[1]?.location);
  await send("5");
  expect(await db.$count(table)).toBe(before + 1);
  // Back in the browser, and something else written.
  await send("6");
  expect([await db.$count(table), await db.$count(sentForms)]).toEqual([before + 2, 2]);
});
