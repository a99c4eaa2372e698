import { type SubmissionResult, useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { proceed } from "~/http/after-sign-in.server";
import { readAsker } from "~/http/asker.server";
import { beginSession } from "~/http/begin-session.server";
import { readForm } from "~/http/forms.server";
import { readInvitation } from "~/http/invitation-cookie.server";
import { safePath } from "~/http/paths.server";
import { createWork, redeemWork } from "~/http/proof-of-work.server";
import { readAddress } from "~/http/sign-in-address.server";
import type { Visit } from "~/http/visit.server";
import { signInWithCode } from "~/models/core/sign-in/complete-sign-in.server";
import { acceptProof, countRivals } from "~/models/core/sign-in/proof.server";
import * as field from "~/models/core/text/fields";
import { shownAddress } from "~/models/core/text/shown-address.server";
import { button } from "~/ui/button";
import { TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useFrame } from "~/ui/frame";
import { SignInCard } from "./sign-in-card";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, words, query } = context;
  const next = safePath(query.text("next", 2000));
  if (viewer) throw redirect(next);
  const email = readAddress(request);
  const asker = readAsker(request);
  const work = email && asker && (await findWork(context, { email, asker }));
  return {
    head: { title: words.t("signIn.codeTitle"), isPrivate: true },
    next,
    email,
    shown: email && shownAddress(email),
    work,
  };
}

async function findWork(context: Visit, asking: { email: string; asker: string }) {
  const rivals = await countRivals(context.db, asking);
  return rivals > 0 ? createWork(context, asking, rivals) : undefined;
}

const form = z.object({
  email: field.email(),
  code: field.digits(6),
  proof: z.string().max(4000).optional(),
  next: z.string().optional(),
});

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { email, code, proof, next } = await readForm(args, form);
  const asker = readAsker(request);
  if (proof && asker && (await redeemWork(context, { email, asker }, proof))) {
    await acceptProof(context.db, { email, asker });
  }
  const { SESSION_SECRET: secret, ADMIN_EMAIL: adminEmail } = context.env;
  const invitationId = readInvitation(request, context);
  const { user } = await signInWithCode(context.db, { email, code, asker, secret, adminEmail, invitationId });
  await beginSession(args, { user, email, way: "mail" });
  return proceed({ request, context, user, next });
}

export default function EnterCode() {
  const { words, showsOutbox } = useFrame();
  const { t } = words;
  const { next, email, shown, work } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ email: string; code: string; next: string }>({
    id: "sign-in",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
  });
  return (
    <SignInCard
      heading={t("signIn.codeHeading")}
      intro={t(email ? "signIn.sent" : "signIn.codeIntro", { email: shown })}
    >
      {showsOutbox && (
        <p className="mt-4 rounded-lg bg-accent-soft px-4 py-3 text-sm">
          {t("signIn.demo")}{" "}
          <a href="/dev/outbox" target="_blank" rel="noreferrer" className="text-accent underline">
            {t("signIn.openOutbox")}
          </a>
        </p>
      )}
      <form
        method="post"
        action={`/sign-in/code?next=${encodeURIComponent(next)}`}
        noValidate
        className="mt-6 space-y-5"
      >
        <FormProblem errors={form.errors} />
        <input type="hidden" name="next" value={next} />
        {email ? (
          <input type="hidden" name="email" value={email} />
        ) : (
          <TextField field={fields.email} type="email" autoComplete="email" dir="ltr" label={t("signIn.email")} />
        )}
        <TextField
          field={fields.code}
          autoComplete="one-time-code"
          inputMode="numeric"
          dir="ltr"
          label={t("signIn.code")}
        />
        {work && (
          <proof-of-work data-challenge={JSON.stringify(work)}>
            <input type="hidden" name="proof" />
            <p className="text-sm text-muted">{t("signIn.crowded")}</p>
            <p data-plain className="mt-2 text-sm font-medium">
              {t("signIn.crowdedPlain")}
            </p>
          </proof-of-work>
        )}
        <button type="submit" className={`${button()} w-full`}>
          {t("signIn.submit")}
        </button>
      </form>
      <p className="mt-5 text-sm text-muted">
        <a href={`/sign-in?next=${encodeURIComponent(next)}`} className="underline">
          {t("signIn.again")}
        </a>
      </p>
    </SignInCard>
  );
}
