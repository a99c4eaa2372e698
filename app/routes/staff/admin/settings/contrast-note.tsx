import { isHex, leastContrast, leastContrastOf, type Scheme } from "~/models/core/settings/contrast";
import { useWords } from "~/ui/frame";

/** How well text can be read in a colour. */
export function ContrastNote({ color, scheme }: { color: string; scheme: Scheme }) {
  const { t, language } = useWords();
  if (!isHex(color)) return null;
  const ratio = leastContrastOf(color, scheme);
  // Cut off, not rounded: 4.49 is not enough.
  const shown = new Intl.NumberFormat(language, { minimumFractionDigits: 1 }).format(Math.floor(ratio * 10) / 10);
  const isGood = ratio >= leastContrast;
  return (
    <p className={isGood ? "text-success" : "font-medium text-danger"}>
      {t(isGood ? "settings.contrast.good" : "settings.contrast.bad", { ratio: shown })}
    </p>
  );
}
