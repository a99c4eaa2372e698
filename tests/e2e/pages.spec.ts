import type { Page } from "@playwright/test";
import { findNothingWrong, isNarrow, openDetails } from "./accessibility";
import { expect, type StaffName, signIn, someone, stateOf, test } from "./support";

/** Every kind of page; who looks at it; what to do before looking. */
const pages: { name: string; path: string; as?: StaffName; before?: (page: Page) => Promise<unknown> }[] = [
  { name: "list", path: "/" },
  { name: "list of a board, last page", path: "/?board=mobile&status=all&after=-9_1" },
  { name: "list without a match", path: "/?tag=nothing" },
  { name: "search", path: "/search?q=keybord+shortcut" },
  { name: "search with nothing found, filtered", path: "/search?q=penguins&kind=bug" },
  { name: "Arabic search", path: "/search?q=keybord+penguins&lang=ar" },
  { name: "changelog", path: "/changelog" },
  { name: "changelog by label", path: "/changelog?label=fixed" },
  { name: "Arabic changelog", path: "/changelog?lang=ar", as: "ada" },
  { name: "changelog entry", path: "/changelog/1" },
  { name: "subscription", path: "/changelog/subscription" },
  { name: "subscription, unknown link", path: "/subscribe/x" },
  { name: "post", path: "/posts/1" },
  { name: "bug", path: "/posts/12" },
  { name: "history", path: "/posts/1/history" },
  { name: "roadmap", path: "/roadmap" },
  { name: "Arabic roadmap", path: "/roadmap?lang=ar" },
  { name: "history of the roadmap", path: "/roadmap/history" },
  { name: "roadmap within a page of others", path: "/roadmap/embed" },
  { name: "sign-in", path: "/sign-in" },
  { name: "sign-in code", path: "/sign-in/code" },
  { name: "sign-in link", path: "/sign-in/link/x" },
  { name: "nowhere", path: "/nowhere" },
  { name: "Arabic list", path: "/?lang=ar" },
  { name: "Arabic post", path: "/posts/1?lang=ar" },
  { name: "list, signed in", path: "/", as: "ada" },
  {
    name: "account menu",
    path: "/",
    as: "ada",
    before: (page) => page.getByRole("button", { name: "Your account" }).click(),
  },
  {
    name: "list of people to mention",
    path: "/posts/1",
    as: "ada",
    before: async (page) => {
      await page.getByLabel("Your comment").pressSequentially("Hi @");
      await page.getByRole("listbox").waitFor();
    },
  },
  { name: "post with all its tools", path: "/posts/1", as: "ada", before: openDetails },
  { name: "new idea", path: "/posts/new", as: "ada" },
  { name: "new bug", path: "/posts/new?kind=bug", as: "ada" },
  {
    name: "refused post",
    path: "/posts/new",
    as: "ada",
    before: (page) => page.getByRole("button", { name: "Post the idea" }).click(),
  },
  { name: "edit post", path: "/posts/1/edit", as: "ada" },
  { name: "move", path: "/posts/1/move", as: "ada" },
  { name: "merge", path: "/posts/1/merge", as: "ada" },
  { name: "merge, preview", path: "/posts/1/merge?into=3", as: "ada" },
  { name: "merge, refused", path: "/posts/1/merge?into=1", as: "ada" },
  { name: "new ticket of a guest", path: "/support/new" },
  { name: "Arabic new ticket", path: "/support/new?lang=ar", as: "ada" },
  { name: "ticket received", path: "/support/received?number=ST-2026-0001" },
  { name: "help", path: "/help" },
  { name: "Arabic help", path: "/help?lang=ar" },
  { name: "help article", path: "/help/articles/13" },
  { name: "team's articles", path: "/staff/help", as: "ada" },
  { name: "article being translated", path: "/staff/help/13?language=de", as: "ada", before: openDetails },
  { name: "sections of help", path: "/staff/help/sections", as: "ada" },
  { name: "searched in vain", path: "/staff/help/searches", as: "ada" },
  { name: "own tickets", path: "/support?show=all", as: "ada" },
  { name: "queue", path: "/staff/support", as: "ada", before: openDetails },
  { name: "Arabic queue", path: "/staff/support?lang=ar", as: "ada" },
  { name: "ticket with all its tools", path: "/staff/support/ST-2026-0001", as: "ada", before: openDetails },
  {
    name: "ticket under way",
    path: "/staff/support",
    as: "ada",
    before: async (page) => {
      await page.getByRole("main").getByRole("list").last().getByRole("link").first().click();
      await page.getByRole("textbox", { name: "Answer" }).waitFor();
    },
  },
  { name: "merging a ticket", path: "/staff/support/ST-2026-0001/merge", as: "ada" },
  { name: "ticket for somebody else", path: "/staff/support/new", as: "ada" },
  { name: "settings of the desk", path: "/staff/settings/support", as: "ada" },
  { name: "me", path: "/me", as: "ada" },
  { name: "me, follows", path: "/me/follows", as: "ada" },
  { name: "name", path: "/sign-in/name", as: "ada" },
  { name: "preferences", path: "/me/preferences", as: "ada" },
  { name: "Arabic preferences", path: "/me/preferences?lang=ar", as: "ada" },
  { name: "sessions and passkeys", path: "/me/sessions", as: "ada" },
  { name: "Arabic sessions and passkeys", path: "/me/sessions?lang=ar", as: "ada" },
  { name: "access tokens", path: "/me/tokens", as: "ada" },
  { name: "Arabic access tokens", path: "/me/tokens?lang=ar", as: "ada" },
  { name: "own data", path: "/me/data", as: "ada" },
  { name: "Arabic own data", path: "/me/data?lang=ar", as: "ada" },
  { name: "deleting the account", path: "/me/data/delete", as: "ada" },
  { name: "notifications", path: "/me/notifications", as: "ada" },
  { name: "unsubscribe, unknown link", path: "/unsubscribe/x" },
  { name: "solved, unknown link", path: "/solved/x" },
  { name: "consent, unknown link", path: "/consent/x" },
  { name: "staff overview", path: "/staff", as: "ada" },
  { name: "boards", path: "/staff/boards", as: "ada" },
  { name: "assigned posts", path: "/staff/mine", as: "ada" },
  { name: "saved replies", path: "/staff/replies", as: "ada" },
  { name: "Arabic synonyms", path: "/staff/synonyms?lang=ar", as: "ada" },
  { name: "tags", path: "/staff/tags/1", as: "ada" },
  { name: "changelog of the team", path: "/staff/changelog", as: "ada" },
  { name: "new entry", path: "/staff/changelog/new", as: "ada" },
  { name: "published entry", path: "/staff/changelog/1", as: "ada" },
  { name: "draft", path: "/staff/changelog", as: "ada", before: openDraft },
  { name: "labels of the changelog", path: "/staff/changelog/labels/1", as: "ada" },
  { name: "people", path: "/staff/people", as: "ada" },
  {
    name: "deleting somebody's account",
    path: "/staff/people",
    as: "ada",
    before: (page) => page.getByRole("link", { name: "Delete account" }).last().click(),
  },
  { name: "mail", path: "/staff/mail?kind=sign-in", as: "ada" },
  {
    name: "one mail",
    path: "/staff/mail",
    as: "ada",
    before: (page) => page.getByRole("listitem").getByRole("link", { name: "@example.com" }).first().click(),
  },
  {
    name: "test mail",
    path: "/staff/mail/test",
    as: "ada",
    before: async (page) => {
      await page.getByRole("button", { name: "Send a test mail" }).click();
      await page.getByRole("status").first().waitFor();
    },
  },
  { name: "suppressed addresses", path: "/staff/mail/suppressions", as: "ada" },
  { name: "settings", path: "/staff/settings", as: "ada" },
  { name: "settings: look", path: "/staff/settings/look", as: "ada" },
  { name: "settings: statuses", path: "/staff/settings/statuses?lang=ar", as: "ada" },
  { name: "settings: people", path: "/staff/settings/people", as: "ada" },
  { name: "invitations", path: "/staff/invitations", as: "ada" },
  { name: "jobs", path: "/staff/jobs", as: "ada" },
  {
    name: "export",
    path: "/staff/export",
    as: "ada",
    before: async (page) => {
      const ask = page.getByRole("button", { name: "Export everything" });
      if (await ask.isVisible()) await ask.click();
      // Until it is made, the page may load itself anew in the middle of what is looked at.
      await page.locator('a[href$=".zip"]').first().waitFor();
      await expect(page.locator("page-watch")).toHaveCount(0);
    },
  },
  { name: "Freshdesk without an account", path: "/staff/freshdesk", as: "ada" },
  {
    name: "outbox",
    path: "/dev/outbox?part=headers",
    as: "ada",
    before: (page) => page.getByRole("main").getByRole("listitem").getByRole("link").first().click(),
  },
];

async function openDraft(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Folders in colours" }).click();
  await page.getByRole("heading", { name: "Edit the entry" }).waitFor();
  await openDetails(page);
}

for (const { name, path, as, before } of pages) {
  test.describe(name, () => {
    if (as) test.use({ storageState: stateOf(as) });
    test("nothing for axe to find in light or dark, and no sideways scroll at 320 pixels", async ({ page }) => {
      await findNothingWrong(page, path, before);
    });
  });
}

test("hostile words break no page, at 320 pixels either", async ({ page }) => {
  const ann = someone();
  await signIn(page, ann.email, ann.name);
  await page.goto("/posts/new");
  await page.getByLabel("Title").fill("W".repeat(140));
  const body = [
    "x".repeat(10_000),
    `[${"y".repeat(500)}](https://example.com/${"z".repeat(500)})`,
    `|${"a|".repeat(40)}\n|${"-|".repeat(40)}\n|${"wide|".repeat(40)}`,
    `\`\`\`\n${"code ".repeat(200)}\n\`\`\``,
    "<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">",
    "\u202Ereversed",
  ].join("\n\n");
  await page.getByLabel("What is it about?").fill(body);
  await page.getByRole("button", { name: "Post the idea" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("W".repeat(140));
  for (const path of [page.url(), "/?sort=new"]) {
    await page.goto(path);
    await isNarrow(page);
    expect(await page.title()).not.toBe("owned");
  }
});

test("colours follow the system, are switched without loading, remembered, and there from the first paint", async ({
  page,
}) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.getByRole("button", { name: "Light", exact: true }).click();
  expect(await background()).toBe(light);
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page.waitForFunction(() => document.body);
  expect(await background()).toBe(light);
});

test("the list loads little and nothing moves while it does", async ({ page }) => {
  const sizes: Record<string, number> = {};
  page.on("response", async (response) => {
    const type = response.request().resourceType();
    sizes[type] = (sizes[type] ?? 0) + (await response.request().sizes()).responseBodySize;
  });
  await page.goto("/", { waitUntil: "networkidle" });
  // Far below 90 KB and 20 KB: what is there today and a little more. Fonts are the reader's own.
  expect(sizes.script).toBeLessThan(10_000);
  expect(sizes.stylesheet).toBeLessThan(15_000);
  expect(sizes.font).toBeUndefined();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let total = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) total += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(total), 500);
      }),
  );
  expect(shift).toBe(0);
});
