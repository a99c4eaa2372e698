import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type IncomingMail, unreadableMail } from "~/integrations/mail/incoming/incoming-mail";
import { limits } from "~/integrations/mail/incoming/limits";
import { readMail } from "~/integrations/mail/incoming/read-mail.server";

const folder = "tests/integrations/mail/incoming/mails";
const read = (name: string) => readMail(readFileSync(`${folder}/${name}.eml`));
const readText = (text: string) => readMail(Buffer.from(text));

const above = "> Which browser?";
const failed = { action: "failed", status: "5.1.1", permanent: true } as const;
const original = "original@desk.example";

/** What is expected of each mail in the folder; whatever is not said here is not looked at. */
const expected: Record<string, Partial<IncomingMail>> = {
  plain: {
    kind: "message",
    messageId: "one@customer.example",
    inReplyTo: ["two@desk.example"],
    references: ["zero@desk.example", "two@desk.example"],
    from: { address: "ben@customer.example", name: "Ben Baker" },
    to: [{ address: "reply@desk.example", name: "Groundswell" }],
    cc: [{ address: "cleo@customer.example", name: "Cleo" }],
    deliveredTo: ["reply+Tok3nAbC@desk.example"],
    subject: "Export is slow",
    date: new Date("2024-01-15T13:30:00Z"),
    text: "The export takes ten minutes.",
    quoted: "On Mon, 15 Jan 2024 at 10:00, Desk <reply@desk.example> wrote:\n\n> How long does it take?",
    returnPathEmpty: false,
    autoReason: null,
    authenticationResults: ["mx.desk.example; spf=pass"],
  },
  "html-gmail": { text: "It works now.\n\nBen" },
  "html-gmail-between": {
    text: "On Mon, 15 Jan 2024 at 10:00, Desk <reply@desk.example> wrote:\n\n> Which browser?\nFirefox.\n> Since when?\nSince Monday.",
  },
  "html-gmail-forward": { text: expect.stringMatching(/^See below\.[\s\S]*From: Anna[\s\S]*12 euros\.$/) },
  "html-outlook": { text: "Thank you, solved.", quoted: expect.stringContaining("Please try again.") },
  "html-outlook-mac": { text: "Solved.", quoted: "Please try again." },
  "html-outlook-old": { text: "Solved.", quoted: "Desk, Monday\nPlease try again." },
  "html-yahoo": { text: "Solved." },
  "html-apple": { text: "Solved.", quoted: expect.stringContaining("> > and again") },
  "html-proton": { text: "Solved." },
  "html-only-quote": { text: "", quoted: expect.stringContaining("Please try again.") },
  "html-below": {
    text: `${above}\n\nFirefox, on Linux & Windows. See the picture <https://customer.example/shot>.\n\n * one\n * two`,
  },
  "empty-plain-part": { text: "Only here." },
  "question-above": { text: `${above}\n\nFirefox.`, quoted: "" },
  between: {
    text: expect.stringMatching(/> Which[\s\S]*Firefox[\s\S]*> Since[\s\S]*Monday\.$/),
    quoted: expect.stringMatching(/^-- /),
  },
  "only-quote": { kind: "message", text: "" },
  forward: { text: expect.stringMatching(/^Ist das richtig\?[\s\S]*12 Euro\.$/), quoted: "" },
  disclaimer: { text: "Please send the invoice again.\n\nBen Baker", quoted: expect.stringContaining("delete it") },
  "utf-8-called-latin-1": { text: "Schöne Grüße – “müde”" },
  "latin-1-called-utf-8": { text: "Die Größe stimmt nicht, es fehlt eine Übersicht." },
  "windows-1252": { text: "“Quoted” – 20 €" },
  "no-charset": { text: "Très bien" },
  "unknown-charset": { text: "Très bien" },
  "iso-2022-jp": { subject: "検索", text: "検索が遅いです。" },
  "iso-2022-jp-undeclared": { text: "検索が遅いです。" },
  gbk: { subject: "导出很慢", text: "导出需要十分钟。" },
  "utf-7": { text: "Schön, 1 + 1" },
  "raw-header": { subject: "Größe falsch" },
  flowed: { text: "The export takes ten minutes.", quoted: "> Please try again." },
  "right-to-left": { text: "הייצוא איטי." },
  "no-message-id": { kind: "message", messageId: null },
  "two-from": {
    from: { address: "ben@customer.example", name: "Ben Baker" },
    replyTo: [{ address: "team@customer.example", name: "" }],
  },
  groups: {
    to: [
      { address: "reply@desk.example", name: "Reply, All" },
      { address: "help@desk.example", name: "" },
    ],
  },
  "header-injection": {
    subject: "Hi Bcc: all@victim.example",
    from: { address: "ben@customer.example", name: "Ben To: x" },
  },
  calendar: {
    kind: "message",
    text: "Let us talk.",
    attachments: [expect.objectContaining({ name: "invite.ics", type: "text/calendar" })],
  },
  winmail: {
    text: "See the file.",
    attachments: [
      {
        name: "winmail.dat",
        type: "application/ms-tnef",
        content: Uint8Array.of(0x78, 0x9f, 0x3e, 0x22),
        contentId: null,
        inline: false,
      },
    ],
  },
  "inline-picture": {
    text: "See the error",
    attachments: [expect.objectContaining({ name: "grösse.png", contentId: "pic@x", inline: true })],
  },
  "only-attachment": {
    kind: "message",
    text: "",
    attachments: [expect.objectContaining({ name: "Rechnung März.pdf" })],
  },
  "nested-mail": {
    kind: "message",
    text: "This is what I got.",
    attachments: [expect.objectContaining({ name: "Your order.eml", type: "message/rfc822" })],
  },
  signed: { text: "Signed words.", attachments: [expect.objectContaining({ name: "signature.asc" })] },
  empty: { kind: "message", text: "", quoted: "", attachments: [] },
  "no-boundary": { text: "Still here." },
  "mbox-crlf": { kind: "message", subject: "Export is slow", text: "Hello" },
  "auto-exchange": { kind: "automatic", returnPathEmpty: true, autoReason: "x-auto-response-suppress: All" },
  "auto-subject": { kind: "automatic", autoReason: "subject: Abwesenheitsnotiz: Export" },
  "auto-list": { kind: "automatic", autoReason: "list-id: <news.shop.example>" },
  "auto-no": { kind: "message", autoReason: null },
  "auto-no-reply": { kind: "automatic", autoReason: "from: no-reply@shop.example" },
  "contact-form": { kind: "message" },
  "bounce-german": {
    kind: "bounce",
    text: "Ihre Nachricht konnte nicht zugestellt werden.",
    bounce: { recipients: [{ address: "ben@customer.example", ...failed }], originalMessageId: original },
  },
  "bounce-several": {
    kind: "bounce",
    bounce: {
      recipients: [
        { address: "ben@customer.example", ...failed },
        { address: "cleo@customer.example", action: "delayed", status: "4.4.1", permanent: false },
      ],
      originalMessageId: original,
    },
  },
  "bounce-delivered": { kind: "automatic" },
  "bounce-plain": {
    kind: "bounce",
    bounce: { recipients: [{ address: "ben@customer.example", ...failed }], originalMessageId: original },
  },
  "bounce-delay": {
    kind: "bounce",
    bounce: {
      recipients: [{ address: "ben@customer.example", action: "delayed", status: "", permanent: false }],
      originalMessageId: null,
    },
  },
  "about-a-bounce": { kind: "message" },
  complaint: {
    kind: "complaint",
    complaint: { feedbackType: "abuse", recipients: ["ben@customer.example"], originalMessageId: original },
  },
};

describe("a mail is read", () => {
  const names = readdirSync(folder).map((file) => file.replace(/\.eml$/, ""));

  test("each in the folder, and all that are expected", () => {
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  test.each(names)("%s", (name) => {
    expect(read(name)).toMatchObject(expected[name] ?? {});
  });

  test.each(names)("%s can be stored and sent to another thread", (name) => {
    const mail = read(name);
    expect(structuredClone(mail)).toEqual(mail);
    const words = JSON.stringify({ ...mail, attachments: mail.attachments.map(({ name }) => name) });
    expect(words).toBe(words.toWellFormed());
    expect(words).not.toContain("\\u0000");
  });
});

describe("what is no mail is unreadable", () => {
  test.each(["", "\n\n", "Hello Ben, this is no header\n", "\u0000\u0001\u0002"])("%j", (text) => {
    expect(readText(text)).toEqual(unreadableMail());
  });

  test("nor is one that is too large, too deep or all headers", () => {
    expect(readMail(Buffer.alloc(limits.mail + 1, "From: a@b.example\n")).kind).toBe("unreadable");
    expect(readText("X: y\n".repeat(limits.headers / 4)).kind).toBe("unreadable");
    let deep = "From: a@b.example\n";
    for (let i = 0; i < limits.depth + 2; i++) deep += `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`;
    expect(readText(deep).kind).toBe("unreadable");
  });
});

test("what there is too much of is left out", () => {
  const part = "--b\nContent-Type: application/pdf\n\nx\n";
  const many = `From: a@b.example\nTo: ${"a@b.example, ".repeat(1000)}\nContent-Type: multipart/mixed; boundary=b\n\n`;
  const mail = readText(many + part.repeat(2000));
  expect(mail.attachments).toHaveLength(limits.attachments);
  expect(mail.to).toHaveLength(limits.addresses);
});
