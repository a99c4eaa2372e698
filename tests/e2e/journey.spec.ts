import { expect, postAnyway, signIn, someone, stateOf, test } from "./support";

// The whole way of a post, told twice: with JavaScript and without; as most see it, with pages that turn into each other.

test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("somebody comes, signs in, posts, is voted for, talked to and answered", async ({ browser }) => {
  const [author, reader] = [await browser.newPage(), await browser.newPage()];
  const maintainer = await browser.newPage({ storageState: stateOf("mona") });
  const [ann, rob] = [someone(), someone()];
  const title = `Print a note ${ann.name}`;

  await signIn(author, ann.email, ann.name);
  await author.getByRole("link", { name: "New post" }).click();
  await author.getByLabel("Title").fill("Hi");
  await author.getByRole("button", { name: "Post the idea" }).click();
  await expect(author.getByText("Please write at least 5 characters.")).toBeVisible();
  await expect(author.getByLabel("Title")).toBeFocused();
  await author.getByLabel("Title").fill(title);
  await author.getByLabel("What is it about?").fill("On **paper**, please.");
  await author.getByRole("button", { name: "Post the idea" }).click();
  await postAnyway(author);
  await expect(author.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(author.getByRole("status")).toContainText("Posted.");
  await expect(author.getByRole("article").locator("strong")).toHaveText("paper");
  const address = author.url();

  await reader.goto(address);
  await reader.getByRole("button", { name: new RegExp(`Vote for.*${ann.name}`) }).click();
  await expect(reader.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await reader.getByLabel("E-mail address").fill(rob.email);
  await signIn(reader, rob.email, rob.name);
  await reader.goto(address);
  const vote = reader.getByRole("button", { name: new RegExp(`Vote for.*${ann.name}`) });
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await vote.click();
  await expect(vote).toHaveAttribute("aria-pressed", "false");
  await expect(vote).toHaveAttribute("title", "Vote for this");
  await vote.click();
  await expect(vote).toHaveAttribute("aria-pressed", "true");

  await reader.getByLabel("Your comment").fill("Me too, for my *mother*.");
  await reader.getByRole("button", { name: "Comment" }).click();
  await expect(reader.getByText("Your comment is there.")).toBeVisible();
  await reader.getByLabel("Everything").check();
  await reader.getByRole("button", { name: "Change" }).click();
  await expect(reader.getByText("So do you.")).toBeVisible();

  await author.goto(address);
  await author.getByRole("link", { name: "Reply" }).click();
  await author.getByLabel("Your reply").fill("Thank you!");
  await author.getByRole("button", { name: "Reply" }).click();
  await expect(author.getByText("Thank you!")).toBeVisible();

  await maintainer.goto(address);
  await maintainer.getByText("Move", { exact: true }).first().click();
  await maintainer.getByRole("radio", { name: "Planned" }).check();
  await maintainer.getByRole("textbox", { name: "Official answer" }).fill("For **3.1**.");
  await maintainer.getByRole("button", { name: "Move", exact: true }).click();
  await expect(maintainer.getByRole("status")).toContainText("The post has moved.");

  await reader.goto(address);
  await expect(reader.getByRole("region", { name: "Official answer" })).toContainText("For 3.1.");
  await expect(reader.getByRole("listitem").filter({ hasText: "moved this" })).toContainText("Planned");
  await reader.goto("/me/votes");
  await expect(reader.getByRole("link", { name: title })).toBeVisible();
});

test("a bug is reported, edited, and closed by its author", async ({ page }) => {
  const ann = someone();
  await signIn(page, ann.email, ann.name);
  await page.goto("/posts/new");
  await page.getByRole("link", { name: "A bug" }).click();
  await page.getByLabel("Title").fill(`It forgets me, says ${ann.name}`);
  await page.getByLabel("What happens?").fill("It asks who I am.");
  await page.getByLabel("Version").fill("3.0");
  await page.getByRole("button", { name: "Report the bug" }).click();
  await postAnyway(page);
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("What happens?").fill("It asks who I am, twice.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "edited" }).click();
  await expect(page.locator("ins")).toContainText("twice");
  await page.goBack();
  await page.locator("summary", { hasText: "Close my post" }).click();
  await page.getByRole("button", { name: "Close my post" }).click();
  await expect(page.getByText("Closed. Thank you for telling us.")).toBeVisible();
  await expect(page.getByText("Won't fix").first()).toBeVisible();
});

test("the list is filtered, sorted and paged by links alone", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Order" }).getByRole("link", { name: "New" }).click();
  await expect(page).toHaveURL(/sort=new/);
  const first = await page.getByRole("article").first().getByRole("heading").textContent();
  await page.getByRole("link", { name: "Show more" }).click();
  await expect(page.getByRole("article").first().getByRole("heading")).not.toHaveText(first ?? "");
  await page.goBack();
  await expect(page.getByRole("article").first().getByRole("heading")).toHaveText(first ?? "");
  await page.getByRole("complementary", { name: "Filter" }).getByRole("link", { name: "Bugs", exact: true }).click();
  await expect(page).toHaveURL(/kind=bug/);
  for (const fact of await page.getByRole("article").all()) await expect(fact).toContainText("Bug");
});
