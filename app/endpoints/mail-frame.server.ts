import { type Call, nothing } from "~/http/endpoint.server";
import { isId } from "~/models/core/text/values";
import { findDelivery } from "~/models/telling/deliveries/queries.server";

/** Mails bring their styles along; nothing in them runs, and whoever follows a link leaves the frame. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src https: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join(";");

/** The HTML of a mail as a document of its own, for the frame in which the outbox shows it. */
export async function showMail({ db, parts: { showsOutbox }, request, response }: Call): Promise<unknown> {
  const { id } = request.params;
  const mail = showsOutbox && isId(id) ? await findDelivery(db, id) : undefined;
  if (!mail?.html) return nothing;
  response.setHeader("Content-Security-Policy", policy).setHeader("Cache-Control", "private, no-store");
  response.type("html").send(mail.html.replace("<head>", '<head><base target="_blank">'));
}
