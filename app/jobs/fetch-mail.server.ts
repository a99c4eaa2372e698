import { z } from "zod";
import { keepIncomingMail } from "~/models/support/incoming/keep-mail.server";
import type { Tools } from "./tools.server";

const data = z.object({ providerId: z.string() });

/** Fetches a mail of which the provider has only said that it came. */
export async function fetchMail({ db, mailer, now }: Tools, job: unknown): Promise<void> {
  const raw = await mailer.receive?.(data.parse(job).providerId);
  if (raw) await keepIncomingMail(db, raw, now());
}
