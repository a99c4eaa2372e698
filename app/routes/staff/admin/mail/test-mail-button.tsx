import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

/** Sends a mail to whoever presses it, and leads to the page that tells how it went. */
export function TestMailButton() {
  const { t } = useWords();
  return (
    <form method="post" action="/staff/mail/test">
      <button type="submit" className={button()}>
        {t("mailStaff.test.send")}
      </button>
    </form>
  );
}
