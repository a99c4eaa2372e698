import { expect, test } from "vitest";
import { sections } from "~/models/admin/personal-data/sections.server";
import { whereabouts } from "~/models/admin/personal-data/tables";

test("every section of what somebody downloads of themselves comes from a table, and no table leads to one that is not there", () => {
  const named = Object.values(whereabouts).filter((where) => typeof where === "string");
  expect([...new Set(named)].sort()).toEqual([...Object.keys(sections), "profile"].sort());
});
