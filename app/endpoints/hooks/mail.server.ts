import { buffer } from "node:stream/consumers";
import type { Call } from "~/http/endpoint.server";
import { keepIncomingMail } from "~/models/support/incoming/keep-mail.server";
import { hasSecret } from "./shared-secret.server";

/** Takes a mail as it came (RFC 5322), from whoever knows the secret: a mail server, or a program beside it. */
export async function hearMail({ db, request, response, secret }: Call & { secret: string }): Promise<void> {
  if (!hasSecret(request, secret)) return void response.sendStatus(401);
  const raw = await buffer(request);
  if (raw.length === 0) return void response.sendStatus(400);
  await keepIncomingMail(db, raw);
  response.sendStatus(202);
}
