import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { PasskeyButton } from "./passkey/passkey-button";

interface Props {
  providers: { key: string; name: string }[];
  /** Where to go afterwards. */
  next: string;
}

/** The ways to sign in beside the code: a passkey, where the browser knows them, and services outside, if there are any. */
export function OtherWays({ providers, next }: Props) {
  const { t } = useWords();
  return (
    <section
      aria-label={t("signIn.with.label")}
      className="mt-6 flex flex-col gap-3 border-line *:has-[form[hidden]]:hidden has-[form:not([hidden])]:border-t has-[form:not([hidden])]:pt-6"
    >
      <PasskeyButton next={next} />
      {providers.map(({ key, name }) => (
        <form key={key} method="post" action={`/sign-in/with/${key}?next=${encodeURIComponent(next)}`}>
          <button type="submit" className={`${button("quiet")} w-full`}>
            {t("signIn.with.button", { provider: name })}
          </button>
        </form>
      ))}
    </section>
  );
}
