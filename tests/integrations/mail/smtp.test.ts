import { afterEach, beforeEach, expect, test } from "vitest";
import type { Line, Mailer } from "~/integrations/mail/mailer";
import { smtpMailer } from "~/integrations/mail/smtp.server";
import { type SmtpDouble, startSmtpDouble } from "../../../fakes/smtp-double";
import { failure, handOver, mailsTo, mailTo } from "./mails";

let server: SmtpDouble;
let mailer: Mailer;

const from = "Groundswell <feedback@mail.example.com>";
const password = "hunter 2";

beforeEach(async () => {
  server = await startSmtpDouble({ password });
  mailer = smtpMailer(server.url, from);
});

afterEach(async () => {
  await mailer.close();
  await server.stop();
});

test("a mail arrives with both parts, its headers, and an id that is ours", async () => {
  const mail = mailTo("ben@example.com");
  expect(await handOver(mailer, { mails: [mail] })).toMatchObject([{ id: mail.id, outcome: "accepted" }]);
  const [arrived] = server.mails;
  expect(arrived?.messageId).toBe(`<${mail.id}@mail.example.com>`);
  expect(arrived?.to).toEqual(["ben@example.com"]);
  expect(arrived?.mail.text?.trim()).toBe(mail.text);
  expect(arrived?.mail.html?.trim()).toBe(mail.html);
  expect(arrived?.mail.headers).toContainEqual(
    expect.objectContaining({ key: "list-id", value: "<posts.feedback.example.com>" }),
  );
});

test("connections are kept: many mails need one", async () => {
  await handOver(mailer, { mails: mailsTo(20) });
  await handOver(mailer, { mails: mailsTo(20) });
  expect(server.mails).toHaveLength(40);
  expect(server.connections).toBe(1);
});

test("an address nobody lives at is refused, and the others arrive", async () => {
  server.refused.add("reader-1@example.com");
  const outcomes = await handOver(mailer, { mails: mailsTo(3) });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["accepted", "refused", "accepted"]);
  expect(outcomes[1]?.response).toContain("550 No such person");
});

test("a mail whose words are refused is refused; one that is put off is kept", async () => {
  server.fault({ kind: "answer", code: 554 });
  expect(await handOver(mailer, { mails: mailsTo(1) })).toMatchObject([{ outcome: "refused" }]);
  server.fault({ kind: "answer", code: 451 });
  expect((await failure(handOver(mailer, { mails: mailsTo(1) }))).message).toContain("451");
});

test("a connection that is lost after the words keeps the mail, which comes again under the same id", async () => {
  const mails = mailsTo(1);
  server.fault({ kind: "cut" });
  await failure(handOver(mailer, { mails }));
  expect(server.mails).toHaveLength(1);
  expect(await handOver(mailer, { mails })).toMatchObject([{ outcome: "accepted" }]);
  expect(server.mails).toHaveLength(2);
  expect(server.mails[1]?.messageId).toBe(server.mails[0]?.messageId);
});

test("what was settled before a loss is known", async () => {
  const mails = mailsTo(5);
  server.refused.add("reader-0@example.com");
  const said: string[] = [];
  const work = async () => {
    for await (const outcomes of mailer.send({ id: "x", mails })) {
      said.push(...outcomes.map(({ id }) => id));
      if (said.length === 2) server.fault({ kind: "cut" });
    }
  };
  await failure(work());
  expect(said).toEqual(mails.slice(0, 2).map(({ id }) => id));
});

test("a server that does not greet, does not let us in, or is not there loses no mail", async () => {
  const mails = mailsTo(1);
  server.fault({ kind: "greeting", code: 554 });
  await failure(handOver(mailer, { mails }));
  const stranger = smtpMailer(server.url.replace("hunter", "hacker"), from);
  expect((await failure(handOver(stranger, { mails }))).message).toContain("535");
  const nowhere = smtpMailer("smtp://127.0.0.1:9", from);
  await failure(handOver(nowhere, { mails }));
  await Promise.all([stranger.close(), nowhere.close()]);
});

test("a server that does not answer is not waited for", async () => {
  const hasty = smtpMailer(server.url, from, 200);
  server.fault({ kind: "slow", ms: 700 });
  const started = Date.now();
  await failure(handOver(hasty, { mails: mailsTo(1) }));
  expect(Date.now() - started).toBeLessThan(600);
  await hasty.close();
});

test("urgent mail does not wait behind any number of batches", async () => {
  server.fault({ kind: "slow", ms: 1500 }, 5);
  const batches = Array.from({ length: 10 }, () => handOver(mailer, { mails: mailsTo(1) }));
  await new Promise((resolve) => setTimeout(resolve, 500));
  await handOver(mailer, { mails: [mailTo("ada@example.com")], isUrgent: true });
  expect(server.mails.map(({ to }) => to[0])).toEqual(["ada@example.com"]);
  await Promise.all(batches);
});

test("the talk can be overheard, without the password", async () => {
  const lines: Line[] = [];
  await handOver(mailer, { mails: mailsTo(1), onLine: (line) => lines.push(line) });
  const talk = lines.map(({ speaker, text }) => `${speaker}: ${text}`).join("\n");
  expect(talk).toMatch(/provider: 220 /);
  expect(talk).toContain("us: RCPT TO:<reader-0@example.com>");
  expect(talk).toContain("provider: 250 OK");
  for (const secret of [password, Buffer.from(`\0portal\0${password}`).toString("base64")]) {
    expect(talk).not.toContain(secret);
  }
});
