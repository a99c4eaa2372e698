import { expect, test } from "vitest";
import { sections } from "~/models/admin/personal-data/sections.server";
import { tables } from "~/models/admin/tables";

test("every section of what somebody downloads of themselves comes from a table, and no table leads to one that is not there", () => {
  const named = Object.values(tables).flatMap(({ personal }) => (typeof personal === "string" ? [personal] : []));
  expect([...new Set(named)].sort()).toEqual([...Object.keys(sections), "profile"].sort());
});
