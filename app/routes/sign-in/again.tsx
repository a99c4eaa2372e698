import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { hasJustSignedIn } from "~/http/guards.server";
import { mailCodeAgain } from "~/http/mail-code-again.server";
import { safePath } from "~/http/paths.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { OtherWays } from "./other-ways";
import { SignInCard } from "./sign-in-card";

/** Where somebody proves once more who they are, and goes on with what they were at. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { viewer, words, query, providers } = context;
  const next = safePath(query.text("next", 2000));
  if (!viewer) throw redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  if (hasJustSignedIn(context)) throw redirect(next);
  return {
    head: { title: words.t("signInAgain.title"), isPrivate: true },
    next,
    providers: providers.map(({ key, name }) => ({ key, name })),
  };
}

export const action = (args: ActionFunctionArgs) =>
  mailCodeAgain(args, safePath(args.context.query.text("next", 2000)));

export default function SignInAgain() {
  const { t } = useWords();
  const { next, providers } = useLoaderData<typeof loader>();
  return (
    <SignInCard heading={t("signInAgain.heading")} intro={t("signInAgain.intro")}>
      <form method="post" action={`/sign-in/again?next=${encodeURIComponent(next)}`} className="mt-6">
        <button type="submit" className={`${button()} w-full`}>
          {t("signInAgain.code")}
        </button>
      </form>
      <OtherWays providers={providers} next={next} />
    </SignInCard>
  );
}
