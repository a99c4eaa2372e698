import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

interface Props {
  /** Where to go afterwards. */
  next: string;
  tone?: "primary" | "quiet";
}

/** Signs in with a passkey, where the browser knows them. */
export function PasskeyButton({ next, tone = "quiet" }: Props) {
  const { t } = useWords();
  return (
    <passkey-form data-options="/sign-in/passkey/options" data-ceremony="get" data-failed={t("signIn.passkey.failed")}>
      <form method="post" action="/sign-in/passkey" hidden>
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="response" />
        <button type="submit" className={`${button(tone)} w-full`}>
          {t("signIn.passkey.button")}
        </button>
      </form>
    </passkey-form>
  );
}
