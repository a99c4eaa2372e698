import { knownFields } from "~/http/known-fields";
import { origin } from "../../support/app";
import type { Visitor } from "../../support/browser";
import { faultsOf, fillIn } from "./fill-form";
import type { Form } from "./hear-forms";

/** As they travel: some are no characters at all. */
const hostile: string[][] = [
  ...["%00", "%ED%A0%80", "1e308", "2147483648", "__proto__"].map((one) => [one]),
  ...[
    "\u202e\u200b\u0661\u0662",
    "\u0967",
    "a\r\n\0b",
    "\ud83c\udde6".repeat(60),
    "@".repeat(400),
    "<svg/onload=1>",
  ].map((one) => [encodeURIComponent(one)]),
  ["1", "%00", "1"],
];

const pair = (name: string) => (value: string) => `${encodeURIComponent(name)}=${value}`;

interface HostileBodies {
  /** With a hostile value in every field: hardly one is let through. */
  everywhere: string[];
  /** With it in those fields alone whose rules let it through, so that it comes as far as the database. */
  letThrough: string[];
}

/** Bodies of a form with each hostile value. */
export async function hostileBodies({ schema }: Form): Promise<HostileBodies> {
  const good = await fillIn(schema);
  const names = [...knownFields(schema).keys()];
  const everywhere: string[] = [];
  const letThrough: string[] = [];
  // A whole body has a megabyte.
  const long = ["a".repeat(Math.min(100_000, Math.floor(900_000 / names.length)))];
  for (const values of [...hostile, long]) {
    everywhere.push(names.flatMap((name) => values.map(pair(name))).join("&"));
    const read = values.map((value) => new URLSearchParams(`x=${value}`).get("x") ?? "");
    const passing = new Set<string>();
    for (const name of names) {
      const faults = await faultsOf(schema, { ...good, [name]: read.length > 1 ? read : (read[0] ?? "") });
      if (Object.keys(faults).length === 0) passing.add(name);
    }
    if (passing.size === 0) continue;
    const rest = Object.entries(good).filter(([name]) => !passing.has(name));
    const kept = rest.flatMap(([name, value]) => [value].flat().map((one) => pair(name)(encodeURIComponent(one))));
    letThrough.push([...kept, ...[...passing].flatMap((name) => values.map(pair(name)))].join("&"));
  }
  return { everywhere, letThrough };
}

/** Sends a body, and resolves to what is wrong with the answer. */
export async function sendHostile(somebody: Visitor, path: string, body: string): Promise<string | undefined> {
  const headers = {
    Accept: "text/html",
    Origin: origin(),
    Cookie: [...somebody.cookies].map((one) => one.join("=")).join("; "),
    "Content-Type": "application/x-www-form-urlencoded",
  };
  const answer = await fetch(new URL(path, origin()), { method: "POST", body, headers, redirect: "manual" });
  const text = await answer.text();
  if (answer.status >= 500 || /node_modules|\n {4}at /.test(text)) return `${answer.status} for ${body.slice(0, 200)}`;
}
