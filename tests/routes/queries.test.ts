import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, test } from "vitest";
import routes from "~/routes";
import { useApp } from "../support/app";
import { addCrowd } from "../support/crowd/crowd";
import { listen, useDatabase } from "../support/database";
import { comeTogether, type Look, listPages } from "../support/pages";

useDatabase();
useApp({ FRESHDESK_DOMAIN: "https://acme.freshdesk.example", FRESHDESK_API_KEY: "key" });

test("a page asks as often of a full portal as of one that is nearly empty, and no oftener than it says here", async () => {
  const { crowd, lookers } = await comeTogether();
  await addCrowd(crowd, 1, 6);
  const pages = await listPages(lookers);
  const few = await countStatements(pages);
  await addCrowd(crowd, 7, 120);
  const many = await countStatements(pages);
  expect(many).toEqual(few);
  const tooMany = pages.filter(({ most, ...page }) => (many[nameOf(page)] ?? 0) > most).map(nameOf);
  expect(tooMany).toEqual([]);
}, 120_000);

/** Those that show themselves to whoever has just sent a form, has chosen a message, or has no name yet. */
const afterForm = [
  ...["posts/preview", "posts/:number/comments", "posts/:number/notes", "sign-in/name", "kept"],
  ...["support/:number/messages", "staff/support/:number/answer", "staff/support/:number/split"],
  "staff/help/moving/:id",
];

test("no page is missing above", async () => {
  const { crowd, lookers } = await comeTogether();
  await addCrowd(crowd, 1, 2);
  const paths = (await listPages(lookers)).map(({ path }) => path.replace(/\?.*/, ""));
  const modules = import.meta.glob<{ default?: unknown }>("../../app/routes/**/*.tsx");
  const missing: string[] = [];
  for (const { file, path = "" } of (await routes) as RouteConfigEntry[]) {
    const hasPage = (await modules[`../../app/${file}`]?.())?.default !== undefined;
    if (hasPage && !afterForm.includes(path) && !paths.some(matches(path))) missing.push(path);
  }
  expect(missing).toEqual([]);
});

const nameOf = ({ looker, path }: Pick<Look, "looker" | "path">): string => `${looker} ${path}`;

async function countStatements(pages: Look[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  // What articles say is kept in memory: whoever comes first reads it.
  for (const first of ["/search?", "/help/articles/"]) await pages.find(({ path }) => path.startsWith(first))?.look();
  for (const { look, ...page } of pages) counts[nameOf(page)] = (await listen(look)).length;
  return counts;
}

function matches(path: string): (address: string) => boolean {
  const pattern = path
    .split("/")
    .map((part) => (part.endsWith("?") ? "(/[^/]+)?" : part.startsWith(":") ? "/[^/]+" : `/${part}`))
    .join("");
  const whole = new RegExp(`^${pattern.replace("/*", "/.*")}$`);
  return (address) => whole.test(address);
}
