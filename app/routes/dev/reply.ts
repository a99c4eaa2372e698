import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireId } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { findDelivery } from "~/models/telling/deliveries/queries.server";
import { composeReply } from "./compose-reply.server";

const form = z.object({ text: field.text({ max: 10_000 }) });

/** Answers a mail of the outbox by a real one, which goes in where those of mail servers do. */
export async function action(args: ActionFunctionArgs) {
  const { db, env, origin, showsOutbox } = args.context;
  if (!showsOutbox) throw new DomainError("notFound");
  const { text } = await readForm(args, form);
  const mail = await findDelivery(db, requireId(args.params));
  if (!mail?.headers["Reply-To"] || !env.INBOUND_SECRET) throw new DomainError("notFound");
  const response = await fetch(`${origin}/hooks/mail`, {
    method: "POST",
    headers: { "Content-Type": "message/rfc822", "X-Webhook-Secret": env.INBOUND_SECRET },
    body: await composeReply(mail, text),
  });
  if (!response.ok) throw new Error(`The hook for mail answers ${response.status}.`);
  return doneAt(`/dev/outbox/${mail.id}`, args.context, "outbox.replied");
}
