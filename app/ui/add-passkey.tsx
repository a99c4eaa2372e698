import { button } from "./button";
import { control } from "./form";
import { useWords } from "./frame";

/** Where the viewer adds a passkey, if they have signed in a moment ago; else a way to do that first. */
export function AddPasskey({ isFresh, next }: { isFresh: boolean; next: string }) {
  const { t } = useWords();
  if (isFresh) return <AddForm next={next} />;
  return (
    <p>
      <a href={`/sign-in/again?next=${encodeURIComponent(next)}`} className={button("quiet")}>
        {t("passkeys.add")}
      </a>
    </p>
  );
}

function AddForm({ next }: { next: string }) {
  const { t } = useWords();
  return (
    <passkey-form data-options="/me/passkeys/options" data-ceremony="create" data-failed={t("passkeys.failed")}>
      <p data-plain className="text-sm text-muted">
        {t("passkeys.plain")}
      </p>
      <form method="post" action="/me/passkeys" hidden className="space-y-3">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="response" />
        <label className="block">
          <span className="font-medium">{t("passkeys.name")}</span>
          <input name="name" required maxLength={60} dir="auto" className={`${control} mt-1`} />
          <span className="mt-1 block text-sm text-muted">{t("passkeys.nameHint")}</span>
        </label>
        <button type="submit" className={button()}>
          {t("passkeys.add")}
        </button>
      </form>
    </passkey-form>
  );
}
