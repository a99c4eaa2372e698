import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";

interface Props {
  identities: { id: string; provider: string; email: string; createdAt: string; usedAt: string }[];
}

/** Services outside by which the viewer signs in. */
export function Identities({ identities }: Props) {
  const { t } = useWords();
  return (
    <section className="mt-10">
      <h2 className="text-lg">{t("ways.heading")}</h2>
      <p className="mt-1 text-muted">{t("ways.intro")}</p>
      <ul className={`${card} mt-4 divide-y divide-line`}>
        {identities.map(({ id, provider, email, createdAt, usedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 grow basis-48">
              <p className="font-medium">
                <bdi>{t("ways.identity", { provider, email })}</bdi>
              </p>
              <p className="text-sm text-muted">
                {t("ways.since")} <When at={createdAt} /> · {t("ways.used")} <When at={usedAt} />
              </p>
            </div>
            <form method="post" action="/me/identities/remove">
              <input type="hidden" name="id" value={id} />
              <button type="submit" className={button("quiet", "small")}>
                {t("ways.remove")}
                <span className="sr-only"> {provider}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
