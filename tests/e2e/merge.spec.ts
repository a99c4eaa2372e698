import { expect, postAnyway, signIn, someone, stateOf, test } from "./support";

test("staff merge a post into its original and unmerge it, and its voter finds it either way", async ({ browser }) => {
  const voter = await browser.newPage();
  const staff = await browser.newPage({ storageState: stateOf("mona") });
  const ann = someone();
  await signIn(voter, ann.email, ann.name);
  const addresses: string[] = [];
  for (const title of [`Zebra stripes ${ann.name}`, `Striped zebra ${ann.name}`]) {
    await voter.goto("/posts/new");
    await voter.getByLabel("Title").fill(title);
    await voter.getByLabel("What is it about?").fill("Black and white.");
    await voter.getByRole("button", { name: "Post the idea" }).click();
    await postAnyway(voter);
    await expect(voter.getByRole("heading", { level: 1, name: title })).toBeVisible();
    addresses.push(voter.url());
  }
  const [duplicate = "", original = ""] = addresses;
  // Who posts votes for it; this one takes the vote for the original back.
  await voter.goto(original);
  await voter.getByRole("button", { name: /Vote for.*Striped/ }).click();
  await expect(voter.getByRole("button", { name: /Vote for.*Striped/ })).toHaveAttribute("aria-pressed", "false");

  await staff.goto(duplicate);
  await staff.getByRole("link", { name: "Merge…" }).click();
  await staff
    .getByRole("radio", { name: /Striped zebra/ })
    .first()
    .check();
  await staff.getByRole("button", { name: "See what would happen" }).click();
  await expect(staff.getByText("0 + 1 = 1")).toBeVisible();
  await staff.getByRole("button", { name: /^Merge #/ }).click();
  await expect(staff.getByRole("status")).toContainText("Merged.");

  await voter.goto(duplicate);
  await expect(voter).toHaveURL(new RegExp(`^${original}\\?from=`));
  await expect(voter.getByRole("note")).toContainText("Zebra stripes");
  await expect(voter.getByRole("button", { name: /Vote for.*Striped/ })).toHaveAttribute("aria-pressed", "true");

  await staff
    .getByRole("link", { name: /Zebra stripes/ })
    .first()
    .click();
  await staff.getByText("Unmerge").first().click();
  await staff.getByRole("button", { name: "Unmerge" }).click();
  await expect(staff.getByRole("status")).toContainText("Unmerged.");
  await voter.goto(duplicate);
  await expect(voter.getByRole("heading", { level: 1 })).toContainText("Zebra stripes");
  await voter.goto(original);
  await expect(voter.getByRole("button", { name: /Vote for.*Striped/ })).toHaveAttribute("aria-pressed", "false");
});
