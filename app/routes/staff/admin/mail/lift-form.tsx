import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

/** Lets an address have mail again. */
export function LiftForm({ email }: { email: string }) {
  const { t } = useWords();
  return (
    <form method="post" action="/staff/mail/suppressions/lift">
      <input type="hidden" name="email" value={email} />
      <button type="submit" className={button("quiet", "small")}>
        {t("mailStaff.suppressions.lift")}
        <span className="sr-only">{email}</span>
      </button>
    </form>
  );
}
