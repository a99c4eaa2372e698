import { useWords } from "./frame";

/**
 * The lasting address of a page: a link, which the browser's own menu copies. Where there is JavaScript a button takes
 * its place that copies it, or passes it on where a phone does that (app/browser/page-link.ts).
 */
export function PageLink({ address }: { address: string }) {
  const { t } = useWords();
  return (
    <page-link data-copied={t("pageLink.copied")}>
      <a href={address} rel="bookmark" className="underline">
        {t("pageLink.link")}
      </a>
      <template>
        <button type="button" name="copy" className="underline">
          {t("pageLink.copy")}
        </button>
        <button type="button" name="share" className="underline">
          {t("pageLink.share")}
        </button>
      </template>
    </page-link>
  );
}
