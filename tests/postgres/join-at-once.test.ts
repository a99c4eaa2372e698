import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events, identities, users } from "#db/schema";
import { signInAs } from "~/models/core/sign-in/sign-in-as.server";
import { db, useDatabase } from "../support/database";

useDatabase();

const rounds = 10;

test("two identities that come at once with one new address get one account, which is told of the second", async () => {
  const come = (subject: string, email: string) =>
    signInAs(db, {
      identity: { provider: "oidc", subject, email, isVerified: true },
      providerName: "Acme",
      language: "en",
    });
  for (let i = 0; i < rounds; i++) {
    const email = `somebody-${i}@example.com`;
    const [one, other] = await Promise.all([come(`${i} a`, email), come(`${i} b`, email)]);
    expect(other.user.id).toBe(one.user.id);
  }
  expect([await db.$count(users), await db.$count(identities)]).toEqual([rounds, 2 * rounds]);
  expect(await db.$count(events, eq(events.type, "user.identity_joined"))).toBe(rounds);
});
