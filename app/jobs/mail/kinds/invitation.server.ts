import { findInvitationsOfMails } from "~/models/core/invitations/of-mails.server";
import { invitationTokenFor } from "~/models/core/sign-in/tokens.server";
import { invitationMail } from "../../../../emails/invitation";
import { speakTo } from "../../speak-to.server";
import type { MailKinds } from "../mail-kind";

/** Invites an address to join; not sent where the invitation is over by then. */
export const invitationMails = {
  invitation: {
    async *write(tools, mails) {
      const { db, env, origin, now, portal } = tools;
      const ids = mails.map(({ id }) => id);
      const { defaultLanguage } = (await portal.read()).settings;
      for (const { deliveryId, id, expiresAt, by } of await findInvitationsOfMails(db, ids, now())) {
        // Nobody knows the language of somebody who has not been here.
        const words = await speakTo(tools, { language: defaultLanguage });
        const link = `${origin}/invitations/${invitationTokenFor(env.SESSION_SECRET, id)}`;
        const mail = await invitationMail({ words, by, link, expiresAt });
        yield { mail: { id: deliveryId, ...mail, headers: { "Auto-Submitted": "auto-generated" } }, tokens: [] };
      }
    },
  },
} satisfies MailKinds;
