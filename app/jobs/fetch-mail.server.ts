import { z } from "zod";
import { keepIncomingMail } from "~/models/support/incoming/keep-mail.server";
import type { Tools } from "./tools.server";

const data = z.object({ providerId: z.string() });

/** Fetches a mail of which the provider has only said that it came; where no mail comes in here, it is for somebody else. */
export async function fetchMail({ db, env, mailer, now }: Tools, job: unknown): Promise<void> {
  if (!env.INBOUND_DOMAIN) return;
  const raw = await mailer.receive?.(data.parse(job).providerId);
  if (raw) await keepIncomingMail(db, raw, now());
}
