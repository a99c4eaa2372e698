import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { origin, useApp } from "../support/app";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

const read = async (path: string) => {
  const answer = await fetch(origin() + path);
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
};

const addressesIn = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);

test("the map has what visitors may read and nothing else, and robots.txt names it", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const board = await addBoard();
  const hidden = [await addBoard("team", "staff"), await addBoard("club", "members")];
  await post(ben, idea(board, { title: "Tom & Jerry <3" }));
  for (const title of ["Deleted", "Duplicate"]) await post(ben, idea(board, { title }));
  for (const one of hidden) await post(mona, idea(one, { title: "Secret" }));
  await deletePost(db, { viewer: mona, number: 2, on: true });
  await mergePosts(db, { viewer: mona, number: 3, into: 1 });
  const map = await read("/sitemap.xml");
  expect([map.status, map.type]).toEqual([200, "application/xml; charset=utf-8"]);
  const pages = ["/", "/roadmap", "/changelog", "/help", "/posts/1/tom-jerry-3"];
  expect(addressesIn(map.text)).toEqual(pages.map((path) => origin() + path));
  expect(map.text).toMatch(/<lastmod>\d{4}-\d\d-\d\dT[\d:.]+Z<\/lastmod>/);
  expect((await read("/robots.txt")).text).toContain(`Sitemap: ${origin()}/sitemap.xml`);
});

test("a portal of many posts has several maps, and one that names them", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  await db.execute(sql`update numbering set last = 100000`);
  await db.execute(sql`delete from wordings`);
  await db.execute(sql`update posts set number = 60000`);
  const files = [1, 2, 3, 4, 5].map((file) => `${origin()}/sitemap-${file}.xml`);
  expect(addressesIn((await read("/sitemap.xml")).text)).toEqual(files);
  expect(addressesIn((await read("/sitemap-3.xml")).text)).toEqual([`${origin()}/posts/60000/dark-mode-at-night`]);
  expect((await read("/sitemap-6.xml")).status).toBe(404);
});

test("every icon that pages and the manifest name lies there", async () => {
  const manifest = JSON.parse(await readFile("public/manifest.webmanifest", "utf8"));
  const named = manifest.icons.map(({ src }: { src: string }) => src);
  const page = (await read("/")).text;
  const linked = [...page.matchAll(/<link rel="(?:icon|apple-touch-icon|manifest)"[^>]*href="([^"]+)"/g)].map(
    ([, path]) => path,
  );
  expect(linked).toEqual(["/favicon.ico", "/favicon.svg", "/apple-touch-icon.png", "/manifest.webmanifest"]);
  for (const path of [...named, ...linked, "/og.png"])
    expect((await readFile(`public${path}`)).length).toBeGreaterThan(100);
});
