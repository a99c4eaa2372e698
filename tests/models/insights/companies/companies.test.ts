import { asc } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { companies, figureSettings } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { companyDraft, plainCompanyName, readDomain, readValue } from "~/models/insights/companies/draft";
import { removeCompany, saveCompany } from "~/models/insights/companies/edit-companies.server";
import { listCompanies } from "~/models/insights/companies/queries.server";
import { readCompanies } from "~/models/insights/companies/read-companies.server";
import { planUpload, uploadCompanies } from "~/models/insights/companies/upload-companies.server";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

let people: Record<"ben" | "mona", User>;
beforeEach(async () => {
  people = await cast("ben", "mona");
});

const kept = () =>
  db
    .select({ domain: companies.domain, name: companies.name, value: companies.value })
    .from(companies)
    .orderBy(asc(companies.domain));

test.each([
  ["12500", 12500],
  ["12,500.50", 12500.5],
  ["12.500,5", 12500.5],
  ["1 200 000", 1200000],
  ["0", 0],
  ["12,50", 12.5],
  ["-3", undefined],
  ["=1+1", undefined],
  ["1e9", undefined],
  ["99999999999999", undefined],
  ["", undefined],
])("the amount %s is %s", (text, value) => {
  expect(readValue(text)).toBe(value);
});

test("a domain is in lower case, and neither an address, nor a word, nor a public mail provider", () => {
  expect(readDomain(" @Acme.COM ")).toBe("acme.com");
  for (const text of ["gmail.com", "acme", "a@acme.com", "acme..com", "=acme.com", ""]) {
    expect(readDomain(text), text).toBeUndefined();
  }
});

test("no name begins as a formula does", () => {
  for (const text of ["=SUM(A1)", "+Acme", "-Acme", "@Acme", "=+-@Acme"]) {
    expect(plainCompanyName(text)).toMatch(/^(SUM|Acme)/);
  }
  const draft = companyDraft.parse({ domain: "acme.com", name: "=Acme", value: "5" });
  expect(draft).toEqual({ domain: "acme.com", name: "Acme", value: 5 });
});

test("each row with a problem is named by its line; the others are read", () => {
  const csv =
    '\ufeffDomain;Currency;Name;Value\nacme.com;EUR;"Acme; Inc";"1.000,00"\ngmail.com;EUR;G;5\n\nb.com;EUR;B;lots\nACME.com;EUR;Again;7\nc.com;EUR;;0';
  expect(readCompanies(csv)).toEqual({
    companies: [
      { domain: "acme.com", name: "Acme; Inc", value: 1000 },
      { domain: "c.com", name: "c.com", value: 0 },
    ],
    problems: [
      { line: 3, fault: "domain", text: "gmail.com" },
      { line: 5, fault: "value", text: "lots" },
      { line: 6, fault: "twice", text: "ACME.com" },
    ],
  });
});

test.each([
  ["", "companiesEmpty"],
  ["domain,value", "companiesEmpty"],
  ["name,worth\nAcme,5", "companiesColumns"],
  ['domain,value\n"acme.com,5', "companiesBroken"],
  [`domain,value\n${"a.com,1\n".repeat(10_001)}`, "companiesTooMany"],
])("a file that is none is refused in words", (csv, code) => {
  expect(() => readCompanies(csv)).toThrow(expect.objectContaining({ code }));
});

test("a dry run says what an upload does and does nothing; merging keeps the others, replacing removes them", async () => {
  const { mona, ben } = people;
  await uploadCompanies(db, { viewer: mona, csv: "domain,name,value\na.com,A,1\nb.com,B,2", mode: "merge" });
  const csv = "domain,name,value\nb.com,B,3\nc.com,C,4\nnothing,N,5";
  const plan = { added: 1, changed: 1, same: 0, removed: 0, problems: [expect.objectContaining({ line: 4 })] };
  expect(await planUpload(db, { viewer: mona, csv, mode: "merge" })).toEqual(plan);
  expect(await planUpload(db, { viewer: mona, csv, mode: "replace" })).toEqual({ ...plan, removed: 1 });
  expect((await kept()).map(({ value }) => value)).toEqual([1, 2]);
  await uploadCompanies(db, { viewer: mona, csv, mode: "merge" });
  expect((await kept()).map(({ domain }) => domain)).toEqual(["a.com", "b.com", "c.com"]);
  await uploadCompanies(db, { viewer: mona, csv, mode: "replace" });
  expect(await kept()).toEqual([
    { domain: "b.com", name: "B", value: 3 },
    { domain: "c.com", name: "C", value: 4 },
  ]);
  const bad = { csv: "domain,value\nx,1", mode: "replace" } as const;
  await expect(uploadCompanies(db, { viewer: mona, ...bad })).rejects.toMatchObject({ code: "companiesNone" });
  await expect(uploadCompanies(db, { viewer: ben, ...bad })).rejects.toMatchObject({ code: "forbidden" });
  await expect(planUpload(db, { viewer: ben, ...bad })).rejects.toMatchObject({ code: "forbidden" });
  expect(await kept()).toHaveLength(2);
});

test("a company is added, changed and removed, and figures are counted anew", async () => {
  const { mona, ben } = people;
  await saveCompany(db, { viewer: mona, draft: { domain: "a.com", name: "A", value: 1 } });
  await db.update(figureSettings).set({ allCountedAt: new Date() });
  await saveCompany(db, { viewer: mona, draft: { domain: "a.com", name: "A2", value: 2 } });
  expect((await db.select().from(figureSettings))[0]?.allCountedAt).toBeNull();
  expect((await listCompanies(db, mona, { search: "a2" })).companies).toEqual([
    { domain: "a.com", name: "A2", value: 2 },
  ]);
  expect((await listCompanies(db, mona, { search: "100%" })).companies).toEqual([]);
  await expect(removeCompany(db, { viewer: ben, domain: "a.com" })).rejects.toMatchObject({ code: "forbidden" });
  await removeCompany(db, { viewer: mona, domain: "a.com" });
  expect(await kept()).toEqual([]);
});
