import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

interface Props {
  /** Where to go afterwards. */
  next: string;
  tone?: "primary" | "quiet";
  /** Said where the browser knows none. */
  plain?: string;
}

/** Signs in with a passkey, where the browser knows them. */
export function PasskeyButton({ next, tone = "quiet", plain }: Props) {
  const { t } = useWords();
  return (
    <passkey-form data-options="/sign-in/passkey/options" data-ceremony="get" data-failed={t("signIn.passkey.failed")}>
      {plain && (
        <p data-plain className="text-sm text-muted">
          {plain}
        </p>
      )}
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
