import { beforeEach, expect, test } from "vitest";
import { inboxViews, sentForms, supportPolicies, supportSchedules, ticketCategories, ticketRules } from "#db/schema";
import { useApp } from "../../../support/app";
import { signedIn, type Visitor } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();
useApp();

let adas: Visitor;

beforeEach(async () => {
  adas = await signedIn((await cast("ada")).ada);
});

const settings = "/staff/support/settings";
const forms = {
  policy: [`${settings}/policies`, supportPolicies, {}],
  schedule: [`${settings}/schedules`, supportSchedules, { monday: "9-17" }],
  rule: [`${settings}/routing`, ticketRules, { occasion: "opened", priority: "high" }],
  category: [`${settings}/categories`, ticketCategories, { usualPriority: "low" }],
  "view of tickets": ["/staff/support/views?status=open", inboxViews, {}],
} as const;

test.each(Object.entries(forms))(
  "the form of a %s makes one, however often it is sent",
  async (what, [path, table, more]) => {
    const before = await db.$count(table);
    const page = await adas.get(path);
    const id = page.document.querySelector<HTMLInputElement>("input[name=id]")?.value ?? "";
    const send = (name: string) => adas.post(path, { ...more, id, [what === "category" ? "names.en" : "name"]: name });
    const answers = await Promise.all([send("First"), send("First")]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[0]?.location).toBe(answers[1]?.location);
    await send("First");
    expect(await db.$count(table)).toBe(before + 1);
    // Back in the browser, and something else written.
    await send("Second");
    expect([await db.$count(table), await db.$count(sentForms)]).toEqual([before + 2, 2]);
  },
);
