import { expect, test } from "vitest";
import { z } from "zod";
import { readAddress } from "~/models/core/text/address";
import * as field from "~/models/core/text/fields";
import { plainDigits, plainNumber } from "~/models/core/text/numerals";
import { shownAddress } from "~/models/core/text/shown-address.server";
import { readPostNumber } from "~/models/feedback/posts/read-number";
import { readValue } from "~/models/insights/companies/draft";
import { weightsDraft } from "~/models/insights/figures/weights-draft";
import { readFreshdeskTicketNumber } from "~/models/support/freshdesk/read-ticket-number";

test("every decimal digit of Unicode is a digit", () => {
  const wrong: string[] = [];
  for (let point = 0; point <= 0x1ffff; point++) {
    const digit = String.fromCodePoint(point);
    if (!/\p{Nd}/u.test(digit)) continue;
    const run = plainDigits(digit);
    if (!/^[0-9]$/.test(run)) wrong.push(digit);
  }
  expect(wrong).toEqual([]);
});

test.each(["990461", "٩٩٠٤٦١", "۹۹۰۴۶۱", "९९०४६१", "９９０４６１", "৯৯০৪৬১", "𝟿𝟿𝟶𝟺𝟼𝟷", "\u200f٩٩٠ ٤٦١", "٩٩٠-461"])(
  "%s is the code 990461",
  (typed) => {
    expect(field.digits(6).parse(typed)).toBe("990461");
  },
);

test.each([
  ["١٬٢٣٤٫٥٠", "1234.50"],
  ["۱۲۳۴", "1234"],
  ["１，２３４．５", "1,234.5"],
  ["\u061c٤٢", "42"],
])("%s is the number %s", (typed, plain) => {
  expect(plainNumber(typed)).toBe(plain);
});

test("numbers in forms are read in every script", () => {
  expect(readValue("١٬٢٣٤٫٥٠")).toBe(1234.5);
  expect([readPostNumber("#۱۲"), readFreshdeskTicketNumber("# ٣٤")]).toEqual([12, 34]);
  const weights = { votes: "١٫٥", reach: "２", value: "1,5", momentum: "۰", effort: "३" };
  expect(weightsDraft.parse({ method: "sum", ...weights })).toMatchObject({
    votes: 1.5,
    reach: 2,
    value: 1.5,
    momentum: 0,
    effort: 3,
  });
  const position = z.object({ position: field.whole({ max: 9999 }) });
  expect(position.parse({ position: "٧" })).toEqual({ position: 7 });
  expect(position.parse({})).toEqual({ position: 0 });
  for (const wrong of ["-1", "x", "10000", "1.5", "1e3"])
    expect(position.safeParse({ position: wrong }).success).toBe(false);
});

test.each([
  ["user@xn--e1afmkfd.xn--p1ai", "user@xn--e1afmkfd.xn--p1ai"],
  ["User@ПРИМЕР.рф", "user@xn--e1afmkfd.xn--p1ai"],
  ["r&d@example.com", "r&d@example.com"],
  ["o'hara!#$%*+/=?^_`{|}~-@example.com", "o'hara!#$%*+/=?^_`{|}~-@example.com"],
  ["a@münchen.de", "a@xn--mnchen-3ya.de"],
  ["名前@例え.jp", undefined],
  ["namae@例え。jp", "namae@xn--r8jz45g.jp"],
  ["ben＠example．com", "ben@example.com"],
  ["\u200fben@مثال.إختبار", "ben@xn--mgbh0fb.xn--kgbechtv"],
  ["ben@example.com.", "ben@example.com"],
  ["ben@mail.example.museum", "ben@mail.example.museum"],
  ["a@b", undefined],
  [".a@example.com", undefined],
  ["a..b@example.com", undefined],
  ["a b@example.com", undefined],
  ["a@b@example.com", undefined],
  ["a@-example.com", undefined],
  ["a@exa_mple.com", undefined],
  ["a@127.0.0.1", undefined],
  ["a@0x7f.1", undefined],
  ["a@example.com/x", undefined],
  ["a@example.com:25", undefined],
  ["a@xn--.com", undefined],
  [`${"x".repeat(65)}@example.com`, undefined],
  ["", undefined],
])("%s is the address %s", (typed, address) => {
  expect(readAddress(typed)).toBe(address);
  expect(field.email().safeParse(typed).data).toBe(address);
});

test.each([
  ["user@xn--e1afmkfd.xn--p1ai", "user@пример.рф"],
  ["a@xn--mnchen-3ya.de", "a@münchen.de"],
  ["a@xn--r8jz45g.jp", "a@例え.jp"],
  ["a@example.com", "a@example.com"],
  // Cyrillic letters that pass for "apple".
  ["a@xn--80ak6aa92e.com", "a@xn--80ak6aa92e.com"],
  // "аpple" with one letter of Cyrillic.
  ["a@xn--pple-43d.com", "a@xn--pple-43d.com"],
])("%s is shown as %s", (stored, shown) => {
  expect(shownAddress(stored)).toBe(shown);
});
