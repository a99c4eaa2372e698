import { z } from "zod";
import { findOpenSignIn } from "~/models/core/sign-in/request-sign-in.server";
import { codeFor, linkTokenFor } from "~/models/core/sign-in/tokens.server";
import { abandonMail } from "~/models/telling/deliveries/abandon-mail.server";
import { settle } from "~/models/telling/deliveries/settle.server";
import { queueSignInMail } from "~/models/telling/deliveries/sign-in-mail.server";
import { signInMail } from "../../emails/sign-in";
import { senderHeader } from "./mail/sender.server";
import { speakTo } from "./speak-to.server";
import type { Tools } from "./tools.server";

const data = z.object({ signInId: z.uuid() });

/** Mails the code and the link that somebody asked for, unless they are too old by now. */
export async function sendSignInMail(tools: Tools, job: unknown): Promise<void> {
  const { db, env, mailer, origin } = tools;
  const { signInId } = data.parse(job);
  const signIn = await findOpenSignIn(db, signInId);
  // Too late: it would let nobody in.
  if (!signIn) return abandonMail(db, { ids: [signInId] });
  const words = await signInMail({
    words: await speakTo(tools, signIn),
    code: codeFor(env.SESSION_SECRET, signIn.id),
    link: `${origin}/sign-in/link/${linkTokenFor(env.SESSION_SECRET, signIn.id)}`,
  });
  const mail = {
    id: signIn.id,
    to: signIn.email,
    headers: { "Auto-Submitted": "auto-generated", ...(await senderHeader(tools)) },
    ...words,
  };
  await queueSignInMail(db, mail, mailer);
  for await (const outcomes of mailer.send({ id: signIn.id, mails: [mail], isUrgent: true })) {
    await settle(db, mailer.name, outcomes, mailer);
  }
}
