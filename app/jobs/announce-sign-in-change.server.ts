import { z } from "zod";
import { announceSignInChange as announce } from "~/models/telling/deliveries/announce-sign-in-change.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

/** Queues the mail that tells somebody of a change in their ways to sign in. */
export async function announceSignInChange({ db, now }: Tools, job: unknown): Promise<void> {
  await announce(db, { eventId: data.parse(job).eventId, at: now() });
}
