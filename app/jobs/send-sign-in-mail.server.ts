import { z } from "zod";
import { isLanguage, wordsIn } from "~/i18n";
import { fileDelivery } from "~/models/deliveries/file-delivery.server";
import { findOpenSignIn } from "~/models/sign-in/request-sign-in.server";
import { codeFor, linkTokenFor } from "~/models/sign-in/tokens.server";
import { signInMail } from "../../emails/sign-in";
import type { Tools } from "./tools.server";

const data = z.object({ signInId: z.uuid() });

/** Mails the code and the link that somebody asked for, unless they are too old by now. */
export async function sendSignInMail({ db, env, mailer, origin }: Tools, job: unknown): Promise<void> {
  const { signInId } = data.parse(job);
  const signIn = await findOpenSignIn(db, signInId);
  if (!signIn) return;
  const mail = await signInMail({
    words: wordsIn(isLanguage(signIn.language) ? signIn.language : "en"),
    code: codeFor(env.SESSION_SECRET, signIn.id),
    link: `${origin}/sign-in/link/${linkTokenFor(env.SESSION_SECRET, signIn.id)}`,
  });
  const delivery = { id: signIn.id, kind: "sign-in", to: signIn.email, ...mail };
  if (!mailer) return fileDelivery(db, delivery);
  await mailer.send({ ...delivery, headers: { "Auto-Submitted": "auto-generated" } });
}
