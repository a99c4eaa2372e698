import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Hook } from "./hook";

const variables = ["FRESHDESK_DOMAIN", "FRESHDESK_API_KEY", "FRESHDESK_EMAIL", "FRESHDESK_WEBHOOK_SECRET"] as const;

/** Explains how an operator connects Freshdesk, where it is not yet. */
export function SetUp({ hook }: { hook: string }) {
  const { t } = useWords();
  return (
    <div className="mt-6 space-y-8">
      <section aria-labelledby="set-up" className={`${card} p-5`}>
        <h2 id="set-up" className="text-lg">
          {t("freshdeskPages.setUp.heading")}
        </h2>
        <p className="mt-1 text-muted">{t("freshdeskPages.setUp.intro")}</p>
        <dl className="mt-4 space-y-3">
          {variables.map((name) => (
            <div key={name}>
              <dt>
                <code dir="ltr" className="text-sm font-medium">
                  {name}
                </code>
              </dt>
              <dd className="text-sm text-muted">{t(`freshdeskPages.setUp.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Hook address={hook} hasSecret={false} />
    </div>
  );
}
