import { providerName } from "~/integrations/sign-in/names";
import { findToldIdentity } from "~/models/core/sign-in/identities.server";
import type { WrittenMail } from "~/models/telling/deliveries/batch.server";
import type { Reader } from "~/models/telling/deliveries/queued-mail";
import { identityMail } from "../../../emails/identity";
import { speakTo } from "../speak-to.server";
import type { Tools } from "../tools.server";
import type { MailKind } from "./mail-kind";

export const identityJoined: MailKind = {
  async *write(tools, mails) {
    for (const { id, reader } of mails) {
      const provider = reader && (await findToldIdentity(tools.db, reader.userId));
      if (provider) yield await writeIdentity(tools, id, { reader, provider: providerName(tools.env, provider) });
    }
  },
};

/** Tells somebody by what else they can sign in from now on. The link signs nobody in. */
async function writeIdentity(
  tools: Tools,
  id: string,
  { reader, provider }: { reader: Reader; provider: string },
): Promise<WrittenMail> {
  const words = await speakTo(tools, reader);
  const mail = await identityMail({ words, provider, link: `${tools.origin}/me/sessions` });
  return { mail: { id, ...mail, headers: { "Auto-Submitted": "auto-generated" } }, tokens: [] };
}
