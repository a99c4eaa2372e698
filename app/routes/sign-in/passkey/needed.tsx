import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { hasJustSignedIn, passkeyPage, requireUser } from "~/http/guards.server";
import { safePath } from "~/http/paths.server";
import { listPasskeys } from "~/models/core/sign-in/passkeys/own-passkeys.server";
import { AddPasskey } from "~/ui/add-passkey";
import { useWords } from "~/ui/frame";
import { SignInCard } from "../sign-in-card";
import { PasskeyButton } from "./passkey-button";

/** Where the team needs passkeys: whoever has one uses it, whoever has none adds one. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { context } = args;
  const next = safePath(context.query.text("next", 2000));
  if (!context.needsPasskey) throw redirect(next);
  const head = { title: context.words.t("passkeyNeeded.title"), isPrivate: true };
  const hasOne = (await listPasskeys(context.db, viewer)).length > 0;
  return {
    head,
    next,
    hasOne,
    isFresh: hasJustSignedIn(context),
    here: `${passkeyPage}?next=${encodeURIComponent(next)}`,
  };
}

export default function PasskeyNeeded() {
  const { t } = useWords();
  const { next, hasOne, isFresh, here } = useLoaderData<typeof loader>();
  return (
    <SignInCard heading={t("passkeyNeeded.title")} intro={t(hasOne ? "passkeyNeeded.use" : "passkeyNeeded.add")}>
      <div className="mt-6">
        {hasOne ? <OwnPasskey next={next} /> : <AddPasskey isFresh={isFresh} next={isFresh ? next : here} />}
      </div>
    </SignInCard>
  );
}

function OwnPasskey({ next }: { next: string }) {
  const { t } = useWords();
  return (
    <>
      <PasskeyButton next={next} tone="primary" plain={t("passkeyNeeded.plain")} />
      <p className="mt-4 text-sm text-muted">{t("passkeyNeeded.lost")}</p>
    </>
  );
}
