import { z } from "zod";
import { announceIdentity as announce } from "~/models/telling/deliveries/announce-identity.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

/** Queues the mail that tells somebody of a new way into their account. */
export async function announceIdentity({ db, now }: Tools, job: unknown): Promise<void> {
  await announce(db, { eventId: data.parse(job).eventId, at: now() });
}
