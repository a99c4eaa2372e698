import type { WrittenMail } from "~/models/telling/deliveries/batch.server";
import { findSignInChanges } from "~/models/telling/deliveries/find-sign-in-changes.server";
import type { Reader } from "~/models/telling/deliveries/queued-mail";
import { type SignInChangeProps, signInChangeMail } from "../../../../emails/sign-in-change";
import { speakTo } from "../../speak-to.server";
import type { Tools } from "../../tools.server";
import type { MailKinds } from "../mail-kind";

type Told = Pick<SignInChangeProps, "change" | "provider">;

export const signInChangeMails = {
  identity: {
    async *write(tools, mails) {
      const changes = await findSignInChanges(
        tools.db,
        mails.map(({ id }) => id),
      );
      for (const { id, reader } of mails) {
        const told = tellOf(changes.get(id));
        if (reader && told) yield await writeChange(tools, id, { reader, told });
      }
    },
  },
} satisfies MailKinds;

function tellOf(change: { type: string; data: unknown } | undefined): Told | undefined {
  switch (change?.type) {
    case "user.identity_joined":
      return { change: "joined", provider: (change.data as { provider: string }).provider };
    case "user.passkey_added":
      return { change: "added" };
    case "user.passkey_removed":
      return { change: "removed" };
    case "user.passkeys_reset":
      return { change: "reset" };
    case "token.created":
      return { change: "token" };
  }
}

/** Tells somebody how they, or programs of theirs, get in from now on. The link signs nobody in. */
async function writeChange(
  tools: Tools,
  id: string,
  { reader, told }: { reader: Reader; told: Told },
): Promise<WrittenMail> {
  const words = await speakTo(tools, reader);
  const page = told.change === "token" ? "/me/tokens" : "/me/sessions";
  const mail = await signInChangeMail({ words, ...told, link: tools.origin + page });
  return { mail: { id, ...mail, headers: { "Auto-Submitted": "auto-generated" } }, tokens: [] };
}
