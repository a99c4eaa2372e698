import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unreadableMail } from "~/integrations/mail/incoming/incoming-mail";
import { limits } from "~/integrations/mail/incoming/limits";
import { readMail } from "~/integrations/mail/incoming/read-mail.server";
import { readMailAside } from "~/integrations/mail/incoming/read-mail-aside.server";

const mail = readFileSync("tests/integrations/mail/incoming/mails/winmail.eml");

test("a mail is read in another thread as it is in this one", async () => {
  const read = await readMailAside(mail);
  expect(read).toEqual(readMail(mail));
  expect(read.attachments[0]?.content).toBeInstanceOf(Uint8Array);
});

test("one that takes too long is unreadable, and those after it are not", async () => {
  const slow = Buffer.from(
    `From: a@b.example\nContent-Type: text/html\n\n${"<div class=gmail_quote>a<p>".repeat(100_000)}`,
  );
  const [late, next] = await Promise.all([readMailAside(slow, 5), readMailAside(mail)]);
  expect(late).toEqual(unreadableMail());
  expect(next.text).toBe("See the file.");
});

test("one that is too large is not even begun", async () => {
  expect(await readMailAside(new Uint8Array(limits.mail + 1))).toEqual(unreadableMail());
});
