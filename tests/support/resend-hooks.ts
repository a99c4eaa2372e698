import { createHmac } from "node:crypto";
import { v7 as uuid } from "uuid";
import { origin } from "./app";

export const hookSecret = `whsec_${Buffer.from("a secret of a webhook, in base64").toString("base64")}`;

/** A signature as Resend makes it. */
export function signHook(secret: string, { id, at, body }: { id: string; at: Date; body: string }): string {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signed = `${id}.${Math.floor(at.getTime() / 1000)}.${body}`;
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

interface Sent {
  id?: string;
  at?: Date;
  secret?: string;
  /** What is really sent, where it is not what was signed. */
  body?: string;
}

/** Has Resend say something about a mail; resolves to our answer's status. */
export async function sendHook(
  type: string,
  data: object,
  { id = `msg_${uuid()}`, at = new Date(), secret = hookSecret, body }: Sent = {},
): Promise<number> {
  const signed = JSON.stringify({ type, created_at: at.toISOString(), data }, null, 1);
  const headers = {
    "Content-Type": "application/json",
    "svix-id": id,
    "svix-timestamp": String(Math.floor(at.getTime() / 1000)),
    "svix-signature": `v1,bm9uZSBvZiBvdXJz ${signHook(secret, { id, at, body: signed })}`,
  };
  const response = await fetch(`${origin()}/hooks/resend`, { method: "POST", headers, body: body ?? signed });
  return response.status;
}
