import { type ActionFunctionArgs, type HeadersFunction, json } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { rememberDeparture } from "~/http/departure.server";
import { safePath } from "~/http/paths.server";
import { limitAddress } from "~/http/rate-limit.server";
import { requireProvider, troubleOf } from "~/http/sign-in-with.server";
import { turnedAway } from "~/http/turned-away.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { SignInCard } from "../sign-in-card";

/**
 * Sends somebody to a provider. By a page that goes on by itself, since browsers hold every redirect that follows a form
 * to the origins that `form-action` names, and providers send people on to others.
 */
export async function action({ params, context }: ActionFunctionArgs) {
  const provider = requireProvider(context, params);
  await limitAddress("signIn", context);
  const next = safePath(context.query.text("next", 2000));
  const departure = await provider.begin(`${context.origin}/sign-in/with/${provider.key}/callback`);
  if (typeof departure === "string") return turnedAway(context, troubleOf(provider, departure), next);
  const { address, remembered } = departure;
  rememberDeparture(context, { provider: provider.key, next, ...remembered });
  return json({ address, name: provider.name }, { headers: { Refresh: `0; url=${address}` } });
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export default function Onward() {
  const { t } = useWords();
  const onward = useActionData<typeof action>();
  return (
    <SignInCard heading={onward ? t("signIn.with.onward", { provider: onward.name }) : t("signIn.heading")}>
      <p className="mt-6">
        <a href={onward?.address ?? "/sign-in"} rel="noreferrer" className={`${button()} w-full`}>
          {t("signIn.with.continue")}
        </a>
      </p>
    </SignInCard>
  );
}
