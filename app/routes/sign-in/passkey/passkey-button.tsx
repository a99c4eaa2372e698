import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

/** Signs in with a passkey, where the browser knows them. */
export function PasskeyButton({ next }: { next: string }) {
  const { t } = useWords();
  return (
    <passkey-form
      data-options="/sign-in/passkey/options"
      data-ceremony="get"
      data-failed={t("signIn.passkey.failed")}
      className="block"
    >
      <form method="post" action="/sign-in/passkey" hidden>
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="response" />
        <button type="submit" className={`${button("quiet")} w-full`}>
          {t("signIn.passkey.button")}
        </button>
      </form>
    </passkey-form>
  );
}
