import { expect, test } from "vitest";
import { useApp } from "../support/app";
import { Visitor, words } from "../support/browser";
import { useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

async function mailTo(...addresses: string[]) {
  for (const email of addresses) await new Visitor().post("/sign-in", { email });
  await runJobs();
}

const mailLinks = ({ document }: { document: Document }) =>
  [...document.querySelectorAll("main ul:not(nav ul) a")].map((link) => link.getAttribute("href") ?? "");

test("a mail of the outbox shows its HTML, its text and its headers, each at an address", async () => {
  await mailTo("ben@example.com");
  const visitor = new Visitor();
  const [path = ""] = mailLinks(await visitor.get("/dev/outbox"));
  const page = await visitor.get(path);
  const tabs = [...page.document.querySelectorAll("article nav a")].map((tab) => tab.getAttribute("href") ?? "");
  expect(tabs).toEqual([path, `${path}?part=text`, `${path}?part=headers`]);
  expect(page.document.querySelector("iframe")?.getAttribute("src")).toBe(`${path}/html`);
  expect(words(await visitor.get(tabs[1] ?? ""))).toMatch(/\/sign-in\/link\//);
  expect(words(await visitor.get(tabs[2] ?? ""))).toContain("Toben@example.com");
});

test("the HTML of a mail is a document in which nothing runs, and no markup of the page", async () => {
  await mailTo("ben@example.com");
  const visitor = new Visitor();
  const [path = ""] = mailLinks(await visitor.get("/dev/outbox"));
  const page = await visitor.get(path);
  expect(page.document.querySelector("iframe")?.getAttribute("sandbox")).not.toMatch(/allow-(scripts|same-origin)/);
  expect(page.document.querySelector("main style, main table")).toBeNull();
  expect(page.headers.get("Content-Security-Policy")).toContain("frame-src 'self';");
  const html = await visitor.get(`${path}/html`);
  expect(html.document.querySelector("base")?.getAttribute("target")).toBe("_blank");
  expect(html.document.querySelector("body a[href*='/sign-in/link/']")).not.toBeNull();
  const policy = html.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/sandbox (?!.*allow-(?:scripts|same-origin))/);
  expect(policy).not.toContain("script-src");
  for (const other of ["xyz", "00000000-0000-4000-8000-000000000000"])
    expect((await visitor.get(`/dev/outbox/${other}/html`)).status).toBe(404);
});

test("the outbox is narrowed to one person, and stays so from mail to mail", async () => {
  await mailTo("ben@example.com", "cleo@example.com");
  const visitor = new Visitor();
  expect(mailLinks(await visitor.get("/dev/outbox"))).toHaveLength(2);
  const page = await visitor.get("/dev/outbox?address=Ben@Example.com");
  const [path = "", ...others] = mailLinks(page);
  expect(others).toEqual([]);
  expect(words(page)).toContain("ben@example.com");
  expect(mailLinks(await visitor.get(path))).toEqual([path]);
  expect(words(await visitor.get("/dev/outbox?address=%25"))).toContain("Nobody has had mail at this address.");
});
