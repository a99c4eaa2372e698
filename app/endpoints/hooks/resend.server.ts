import { buffer } from "node:stream/consumers";
import type { Request } from "express";
import { z } from "zod";
import type { Call } from "~/http/endpoint.server";
import { reportReceivedMail } from "~/models/support/incoming/report-received.server";
import { type Report, reportDelivery } from "~/models/telling/deliveries/report-delivery.server";
import { isGenuine } from "./standard-webhooks.server";

/** Takes in a webhook of Resend: what became of a mail that it accepted. Responds 401 for a wrong signature. */
export async function hearResend({ db, request, response, secret }: Call & { secret: string }): Promise<void> {
  const body = await buffer(request);
  const headers = readHeaders(request);
  if (!isGenuine(secret, headers, body)) return void response.sendStatus(401);
  const received = readReceived(body);
  if (received) await reportReceivedMail(db, { providerId: received, messageId: `resend:${headers.id}` });
  const report = readReport(body);
  if (report) await reportDelivery(db, { ...report, messageId: `resend:${headers.id}` });
  response.sendStatus(200);
}

const readHeaders = (request: Request) => ({
  id: request.get("svix-id"),
  timestamp: request.get("svix-timestamp"),
  signatures: request.get("svix-signature"),
});

const bounce = z.object({ message: z.string().default(""), type: z.string(), subType: z.string().optional() });

/** The types of message that concern one mail; whatever else there is or will be is not for us. */
const message = z.object({
  type: z.string().transform((type) => type.replace(/^email\./, "")),
  data: z.object({
    email_id: z.string().optional(),
    tags: z.object({ delivery: z.uuid() }).optional().catch(undefined),
    bounce: bounce.optional().catch(undefined),
    failed: z.object({ reason: z.string() }).optional().catch(undefined),
    suppressed: z.object({ message: z.string() }).optional().catch(undefined),
  }),
});

function readReport(body: Buffer): Omit<Report, "messageId"> | undefined {
  const parsed = message.safeParse(parseJson(body.toString()));
  if (!parsed.success) return;
  const { type, data } = parsed.data;
  const mail = { providerId: data.email_id, deliveryId: data.tags?.delivery };
  switch (type) {
    case "sent":
      return { ...mail, fate: "accepted" };
    case "delivery_delayed":
      return { ...mail, response: "The recipient's server puts it off." };
    case "delivered":
    case "complained":
      return { ...mail, fate: type };
    case "bounced": {
      const { type: permanence, subType, message: words } = data.bounce ?? { type: "Undetermined", message: "" };
      const response = [permanence, subType, words].filter(Boolean).join(": ");
      return { ...mail, fate: type, isForGood: permanence === "Permanent", response };
    }
    case "failed":
      return { ...mail, fate: type, response: data.failed?.reason };
    case "suppressed":
      return { ...mail, fate: type, response: data.suppressed?.message };
  }
}

const receipt = z.object({ type: z.literal("email.received"), data: z.object({ email_id: z.string().max(200) }) });

/** Resend's id of a mail that came in; its text has to be asked for. */
function readReceived(body: Buffer): string | undefined {
  const parsed = receipt.safeParse(parseJson(body.toString()));
  return parsed.success ? parsed.data.data.email_id : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}
