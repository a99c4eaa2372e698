import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

/** What a ticket that is being written is probably about, to be chosen by whoever writes it. */
export function LikelyCategory({ id, name }: { id: number; name: string }) {
  const { t } = useWords();
  return (
    <choose-value data-field="categoryId" data-value={String(id)}>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <span className="min-w-0 wrap-anywhere">{t("likelyCategory.sentence", { name })}</span>
        <button type="button" className={button("quiet", "small")}>
          {t("likelyCategory.choose")}
        </button>
      </div>
    </choose-value>
  );
}
