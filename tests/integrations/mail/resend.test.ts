import { v7 as uuid } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Line, Mailer } from "~/integrations/mail/mailer";
import { resendMailer } from "~/integrations/mail/resend.server";
import { type ResendDouble, startResendDouble } from "../../../fakes/resend-double";
import { failure, handOver, mailsTo, mailTo } from "./mails";

let resend: ResendDouble;
let mailer: Mailer;

const from = "Groundswell <feedback@example.com>";
const open = (timeout?: number) => resendMailer({ key: resend.key, baseUrl: resend.url, from }, timeout);

beforeEach(async () => {
  resend = await startResendDouble();
  mailer = open();
});

afterEach(() => resend.stop());

test("one mail goes alone, under its own key, with its headers and the tag that hooks give back", async () => {
  const mail = mailTo("ben@example.com");
  const [outcome] = await handOver(mailer, { mails: [mail] });
  expect(outcome).toMatchObject({ id: mail.id, outcome: "accepted", providerId: resend.mails[0]?.id });
  expect(resend.requests).toMatchObject([{ path: "/emails", idempotencyKey: mail.id, status: 200 }]);
  const { id, ...words } = mail;
  expect(resend.mails[0]).toMatchObject({ ...words, to: [mail.to], from, tags: [{ name: "delivery", value: id }] });
});

test("several go in one request under the batch's key, and each learns its id", async () => {
  const [id, mails] = [uuid(), mailsTo(100)];
  const outcomes = await handOver(mailer, { id, mails });
  expect(resend.requests).toMatchObject([{ path: "/emails/batch", idempotencyKey: `${id}/100` }]);
  expect(outcomes.map(({ id, providerId }) => [id, providerId])).toEqual(
    resend.mails.map(({ id, tags }) => [tags?.[0]?.value, id]),
  );
});

test("refused ones of a batch are told apart by their place", async () => {
  const mails = mailsTo(5);
  resend.refused.add("reader-1@example.com").add("reader-3@example.com");
  const outcomes = await handOver(mailer, { mails });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["accepted", "refused", "accepted", "refused", "accepted"]);
  expect(outcomes[1]?.response).toContain("reader-1@example.com");
  expect(outcomes[4]?.providerId).toBe(resend.mails[2]?.id);
});

test("where one address spoils a whole batch, the others arrive one by one", async () => {
  const mails = mailsTo(20);
  resend.poison.add("reader-7@example.com");
  const outcomes = await handOver(mailer, { mails });
  expect(outcomes.filter(({ outcome }) => outcome === "refused").map(({ id }) => id)).toEqual([mails[7]?.id]);
  expect(resend.mails).toHaveLength(19);
});

test("what is left of a batch that went one by one is another request, so that it cannot collide with the first", async () => {
  const [id, mails] = [uuid(), mailsTo(4)];
  await handOver(mailer, { id, mails });
  const outcomes = await handOver(mailer, { id, mails: mails.slice(2) });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted"]);
});

test("whose answer was lost is handed over again and arrives once", async () => {
  const [id, mails] = [uuid(), mailsTo(3)];
  resend.fault({ kind: "cut" });
  const lost = await failure(handOver(mailer, { id, mails }));
  expect(lost.message).toContain("did not answer");
  const outcomes = await handOver(mailer, { id, mails });
  expect(outcomes.map(({ providerId }) => providerId)).toEqual(resend.mails.map(({ id }) => id));
  expect(resend.mails).toHaveLength(3);
});

test("an answer that takes too long is not waited for, nor one that is still being made", async () => {
  const hasty = open(100);
  const mail = mailTo("ben@example.com");
  resend.fault({ kind: "slow", ms: 600 });
  const started = Date.now();
  await failure(handOver(hasty, { mails: [mail] }));
  expect(Date.now() - started).toBeLessThan(500);
  expect((await failure(handOver(hasty, { mails: [mail] }))).message).toContain("concurrent_idempotent_requests");
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await handOver(hasty, { mails: [mail] })).toMatchObject([{ outcome: "accepted" }]);
  expect(resend.mails).toHaveLength(1);
});

test.each([
  ["a broken server", { kind: "broken" }, "500"],
  ["a used up day", { kind: "quota", period: "daily" }, "The daily quota at Resend is used up"],
  ["a used up month", { kind: "quota", period: "monthly" }, "The monthly quota at Resend is used up"],
  ["a key of somebody else", { kind: "error", status: 401, name: "restricted_api_key" }, "restricted_api_key"],
] as const)("%s keeps the mail for later", async (_name, fault, words) => {
  resend.fault(fault);
  expect((await failure(handOver(mailer, { mails: mailsTo(2) }))).message).toContain(words);
  expect(await handOver(mailer, { mails: [mailTo("ben@example.com")] })).toMatchObject([{ outcome: "accepted" }]);
});

test("a wrong key, and nobody at the other end, keep the mail for later", async () => {
  const mails = [mailTo("ben@example.com")];
  const stranger = resendMailer({ key: "re_other", baseUrl: resend.url, from });
  expect((await failure(handOver(stranger, { mails }))).message).toContain("invalid_api_key");
  const nowhere = resendMailer({ key: resend.key, baseUrl: "http://127.0.0.1:9", from });
  expect((await failure(handOver(nowhere, { mails }))).message).toContain("did not answer");
});

test.each([
  [400, "validation_error"],
  [403, "validation_error"],
  [409, "invalid_idempotent_request"],
  [422, "invalid_parameter"],
  [451, "security_error"],
])("%s %s is a refusal in the provider's words", async (status, name) => {
  resend.fault({ kind: "error", status, name });
  const [outcome] = await handOver(mailer, { mails: [mailTo("ben@example.com")] });
  expect(outcome).toMatchObject({ outcome: "refused", response: `${status} ${name}: As it was told to.` });
});

test("a batch refused for another reason than its content is refused as a whole", async () => {
  resend.fault({ kind: "error", status: 451, name: "security_error" });
  const outcomes = await handOver(mailer, { mails: mailsTo(3) });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["refused", "refused", "refused"]);
  expect(resend.requests).toHaveLength(1);
});

describe("the pace", () => {
  test("is the one that the answers ask for, whatever it is", async () => {
    const slow = await startResendDouble({ rate: 3 });
    const paced = resendMailer({ key: slow.key, baseUrl: slow.url, from });
    await Promise.all(mailsTo(8).map((mail) => handOver(paced, { mails: [mail] })));
    expect(slow.mails).toHaveLength(8);
    expect(slow.requests.filter(({ status }) => status === 429)).toEqual([]);
    await slow.stop();
  });

  test("is found again where another process uses it up, and mail waits where that takes long", async () => {
    resend.fault({ kind: "error", status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "1" } });
    expect(await handOver(mailer, { mails: mailsTo(2) })).toHaveLength(2);
    const headers = { "retry-after": "120" };
    resend.fault({ kind: "error", status: 429, name: "rate_limit_exceeded", headers });
    expect((await failure(handOver(mailer, { mails: mailsTo(2) }))).retryAfter).toBe(120_000);
  });

  test("puts urgent mail before all that waits", async () => {
    const slow = await startResendDouble({ rate: 2 });
    const paced = resendMailer({ key: slow.key, baseUrl: slow.url, from });
    const usual = mailsTo(6).map((mail) => handOver(paced, { mails: [mail] }));
    await usual[0];
    await handOver(paced, { mails: [mailTo("ada@example.com")], isUrgent: true });
    const place = slow.mails.findIndex(({ to }) => to[0] === "ada@example.com");
    expect(place).toBeLessThan(3);
    await Promise.all(usual);
    await slow.stop();
  });
});

test("the talk can be overheard, without the key", async () => {
  const lines: Line[] = [];
  const mail = mailTo("ben@example.com");
  await handOver(mailer, { mails: [mail], onLine: (line) => lines.push(line) });
  const talk = lines.map(({ speaker, text }) => `${speaker}: ${text}`).join("\n");
  expect(talk).toContain(`us: POST ${resend.url}/emails`);
  expect(talk).toContain(`provider: {"id":"${resend.mails[0]?.id}"}`);
  expect(talk).not.toContain(resend.key);
});
