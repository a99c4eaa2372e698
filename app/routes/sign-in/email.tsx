import { type SubmissionResult, useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ensureAsker } from "~/http/asker.server";
import { readForm } from "~/http/forms.server";
import { isKnownDevice } from "~/http/known-device.server";
import { safePath } from "~/http/paths.server";
import { limitAddress } from "~/http/rate-limit.server";
import { doneAt } from "~/http/respond.server";
import { addressCookie } from "~/http/sign-in-address.server";
import { requestSignIn, signInLife } from "~/models/core/sign-in/request-sign-in.server";
import * as field from "~/models/core/text/fields";
import { button } from "~/ui/button";
import { TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useFrame } from "~/ui/frame";
import { OtherWays } from "./other-ways";
import { SignInCard } from "./sign-in-card";

export async function loader({ context: { viewer, words, isMute, query, providers } }: LoaderFunctionArgs) {
  const next = safePath(query.text("next", 2000));
  if (viewer) throw redirect(next);
  return {
    head: { title: words.t("signIn.title"), isPrivate: true },
    next,
    isMute,
    providers: providers.map(({ key, name }) => ({ key, name })),
  };
}

const form = z.object({ email: field.email(), next: z.string().optional() });

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { email, next } = await readForm(args, form);
  const isKnown = isKnownDevice(args, email);
  if (!isKnown) await limitAddress("signIn", context);
  const path = safePath(next);
  const asker = ensureAsker(args);
  const { proofOfWork } = context.portal.settings;
  const { language } = context.words;
  await requestSignIn(context.db, { email, next: path, language, asker, isKnown, proofOfWork });
  context.outgoing.setCookie(addressCookie, email, { maxAge: signInLife / 1000 });
  return doneAt(`/sign-in/code?next=${encodeURIComponent(path)}`, context);
}

export default function SignIn() {
  const { words, showsOutbox } = useFrame();
  const { t } = words;
  const { next, isMute, providers } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ email: string; next: string }>({
    id: "sign-in",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
  });
  return (
    <SignInCard heading={t("signIn.heading")} intro={t("signIn.intro")}>
      <WhoMayJoin />
      {isMute && (
        <p role="alert" className="mt-4 rounded-lg bg-accent-soft px-4 py-3 text-sm">
          {t("signIn.mute")}
        </p>
      )}
      <form method="post" action="/sign-in" noValidate className="mt-6 space-y-5">
        <FormProblem errors={form.errors} />
        <input type="hidden" name="next" value={next} />
        <TextField field={fields.email} type="email" autoComplete="email" dir="ltr" label={t("signIn.email")} />
        <button type="submit" className={`${button()} w-full`}>
          {t("signIn.send")}
        </button>
      </form>
      <p className="mt-5 text-sm text-muted">
        <a href={`/sign-in/code?next=${encodeURIComponent(next)}`} className="underline">
          {t("signIn.haveCode")}
        </a>
      </p>
      <OtherWays providers={providers} next={next} />
      {showsOutbox && <p className="mt-5 text-sm text-muted">{t("signIn.demo")}</p>}
    </SignInCard>
  );
}

/** Said to everybody, since nobody is told whether an address has an account. */
function WhoMayJoin() {
  const { words, settings } = useFrame();
  const { t, list } = words;
  if (settings.signUp === "everybody") return null;
  const isForDomains = settings.signUp === "domains";
  return (
    <p className="mt-3 text-sm text-muted">
      {isForDomains
        ? t("signIn.limits.limitedTo", { domains: list(settings.domains) })
        : t("signIn.limits.invitedOnly")}
    </p>
  );
}
