import { createHmac, timingSafeEqual } from "node:crypto";

/** The headers that a webhook is signed with, as the specification Standard Webhooks names them. */
export interface WebhookHeaders {
  id: string | undefined;
  /** Seconds since 1970. */
  timestamp: string | undefined;
  /** `v1,…` in base64, several where the secret is being changed. */
  signatures: string | undefined;
}

const tolerance = 5 * 60;

/** Whether a message comes from who shares `secret` (`whsec_…`) with us, just now: https://www.standardwebhooks.com. */
export function isGenuine(secret: string, { id, timestamp, signatures }: WebhookHeaders, body: Buffer): boolean {
  if (!id || !timestamp || !signatures) return false;
  const age = Date.now() / 1000 - Number(timestamp);
  if (!(Math.abs(age) <= tolerance)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const right = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
  return signatures.split(" ").some((one) => {
    const [version, signature = ""] = one.split(",");
    const given = Buffer.from(signature, "base64");
    return version === "v1" && given.length === right.length && timingSafeEqual(given, right);
  });
}
