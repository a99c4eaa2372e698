import { z } from "zod";
import type { ApiCaller } from "~/http/api-user.server";
import type { Call } from "~/http/endpoint.server";
import { readJson } from "~/http/json-body.server";
import { portalFor } from "~/http/portal.server";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import { DomainError } from "~/models/core/domain-error";
import { longestConfirmation, type Settings } from "~/models/core/settings/table";
import { hasOnlyGaps, ticketGaps } from "~/models/core/settings/ticket-gaps";
import * as field from "~/models/core/text/fields";
import { mayAdminister } from "~/models/core/users/policy";

type Asked = Call & ApiCaller;

/** `GET /api/admin/support/settings`, for administrators. */
export function getSupportSettings({ request, response, viewer }: Asked): void {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  response.json(present(portalFor(request).settings));
}

const draft = z.object({
  support_email: z.literal("").or(field.email()).optional(),
  support_auto_response: z.boolean(field.say({ code: "choice" })).optional(),
  support_email_template: field
    .optionalText({ max: longestConfirmation })
    .refine((text) => hasOnlyGaps(text, ticketGaps), field.say({ code: "gap" }))
    .optional(),
});

/** `PUT /api/admin/support/settings`, for administrators; the template is that of the portal's default language. */
export async function changeSupportSettings({ db, request, response, viewer }: Asked): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const sent = await readJson(request, draft);
  const { settings } = portalFor(request);
  const values: Partial<Settings> = {
    ...(sent.support_email !== undefined && { supportEmail: sent.support_email }),
    ...(sent.support_auto_response !== undefined && { confirmsTickets: sent.support_auto_response }),
    ...(sent.support_email_template !== undefined && {
      confirmationText: { ...settings.confirmationText, [settings.defaultLanguage]: sent.support_email_template },
    }),
  };
  await changeSettings(db, { viewer, values });
  response.json(present({ ...settings, ...values }));
}

const present = ({ supportEmail, confirmsTickets, confirmationText, defaultLanguage }: Settings) => ({
  support_email: supportEmail,
  support_auto_response: confirmsTickets,
  support_email_template: confirmationText[defaultLanguage],
});
