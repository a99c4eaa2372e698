import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";

interface Props {
  base: string;
  search: string;
  copies: { id: string; name: string | null }[];
}

/** Who else reads a ticket and writes in it; its requester adds and removes them. */
export function Copies({ base, search, copies }: Props) {
  const { t } = useWords();
  return (
    <details className={`${card} group mt-5 p-5`} open={copies.length > 0}>
      <summary className="flex items-center justify-between text-lg font-semibold">
        {t("copies.heading")}
        <Icon name="chevron-down" className="size-4 group-open:rotate-180" />
      </summary>
      <p className="mt-1 text-sm text-muted">{t("copies.intro")}</p>
      {copies.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-y border-line text-sm">
          {copies.map(({ id, name }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <bdi className="min-w-0 break-all">{name}</bdi>
              <form method="post" action={`${base}/people${search}`}>
                <button type="submit" name="remove" value={id} className={button("quiet", "small")}>
                  {t("copies.remove")}
                  <span className="sr-only"> {name}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`${base}/people${search}`} className="mt-3 flex flex-wrap items-end gap-3">
        <label className="min-w-0 grow space-y-1.5 text-sm">
          <span className="block font-medium">{t("copies.email")}</span>
          <input name="email" type="email" required dir="ltr" className={control} />
        </label>
        <button type="submit" className={button("quiet")}>
          {t("copies.add")}
        </button>
      </form>
    </details>
  );
}
