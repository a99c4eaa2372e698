import { expect, test } from "vitest";
import { mailHeaders } from "~/jobs/mail/headers";

const about = { origin: "https://feedback.example.com", unsubscribe: "https://feedback.example.com/unsubscribe/x" };

test.each([
  ["Acme 2", "Acme 2 <posts.feedback.example.com>"],
  ["Müller & Söhne", "<posts.feedback.example.com>"],
  ['Acme "A"\r\nBcc: eve@example.com', "<posts.feedback.example.com>"],
])("a portal called %j has the list %j", (name, list) => {
  expect(mailHeaders({ ...about, name })["List-Id"]).toBe(list);
});
