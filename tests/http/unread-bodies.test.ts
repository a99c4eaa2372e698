import { expect, test } from "vitest";
import { useApp } from "../support/app";
import { useDatabase } from "../support/database";
import { sendRaw } from "../support/raw";

useDatabase();
useApp();

const body = `name=${"a".repeat(400_000)}`;
const post = (path: string) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`;

/** Addresses that answer a visitor before they have read what was sent. */
test.each(["/sign-in/name", "/nowhere", "/posts/1/vote", "/staff/export/bugs.csv", "/people"])(
  "what %s did not want to read does not stand in the way of the next request on the connection",
  async (path) => {
    const next = "GET /healthz HTTP/1.1\nHost: x";
    const began = Date.now();
    const answers = await sendRaw(next, "", undefined, post(path) + body);
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toHaveLength(2);
    expect(answers).toMatch(/HTTP\/1\.1 200/);
    expect(Date.now() - began).toBeLessThan(4000);
  },
);
