import { expect, test } from "vitest";
import { changeRole } from "~/models/core/users/change-role.server";
import { createView } from "~/models/feedback/inbox/edit-views.server";
import { newPosts } from "~/models/feedback/inbox/filter";
import { listViews } from "~/models/feedback/inbox/list-views.server";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

test("whoever leaves the team leaves the views that they shared, and takes the others along", async () => {
  const { ada, mona } = await cast("ada", "mona");
  for (const [name, isShared] of [
    ["For all", true],
    ["For me", false],
  ] as const) {
    await createView(db, { viewer: mona, draft: { name, isShared }, filter: newPosts });
  }
  const namesFor = async (viewer: typeof mona) => (await listViews(db, viewer)).map(({ name }) => name);
  expect(await namesFor(mona)).toEqual(["For all", "For me"]);
  expect(await namesFor(ada)).toEqual(["For all"]);
  await changeRole(db, { viewer: ada, userId: mona.id, role: "member" });
  await changeRole(db, { viewer: ada, userId: mona.id, role: "maintainer" });
  expect(await namesFor(mona)).toEqual(["For all"]);
});
