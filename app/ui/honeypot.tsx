import { useWords } from "./frame";

/**
 * A field that nobody sees, hears or gets into with the keyboard, for programs to fill in. Its name is that of the
 * `honeypot` in the form's schema; its label is for browsers that show pages without their looks.
 */
export function Honeypot() {
  const { t } = useWords();
  return (
    <div aria-hidden="true" className="sr-only">
      <label>
        {t("form.leaveEmpty")}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
