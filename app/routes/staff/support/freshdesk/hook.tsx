import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";

/** Numbers only: what Freshdesk says of a ticket is asked of Freshdesk itself. */
const template = '{ "ticket_id": "{{ticket.id}}" }';

const code = "mt-1 block overflow-x-auto rounded-lg bg-sunken px-3 py-2 font-mono text-sm";

/** What to paste into Freshdesk, so that news comes at once. */
export function Hook({ address, hasSecret }: { address: string; hasSecret: boolean }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="hook" className={`${card} p-5`}>
      <h2 id="hook" className="text-lg">
        {t("freshdeskPages.hook.heading")}
      </h2>
      <p className="mt-1 text-muted">{t("freshdeskPages.hook.intro")}</p>
      <dl className="mt-4 space-y-4">
        <Snippet label={t("freshdeskPages.hook.address")} text={address} />
        <Snippet label={t("freshdeskPages.hook.header")} text="X-Webhook-Secret: FRESHDESK_WEBHOOK_SECRET" />
        <Snippet label={t("freshdeskPages.hook.content")} text={template} />
      </dl>
      <p className="mt-4 text-sm text-muted">
        {t(hasSecret ? "freshdeskPages.hook.secretHint" : "freshdeskPages.hook.noSecret")}
      </p>
    </section>
  );
}

function Snippet({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <dt className="text-sm font-medium">{label}</dt>
      <dd>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by the keyboard */}
        <code dir="ltr" tabIndex={0} className={code}>
          {text}
        </code>
      </dd>
    </div>
  );
}
