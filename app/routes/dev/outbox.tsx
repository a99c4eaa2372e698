import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireId } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { addressOrPart } from "~/models/core/text/address";
import { findDelivery, listDeliveries } from "~/models/telling/deliveries/queries.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Mail } from "./mail";
import { outboxPath, parts } from "./outbox-path";

/** Every mail that would have been sent: in development and the demo only. */
export async function loader({ params, context: { db, showsOutbox, words, query } }: LoaderFunctionArgs) {
  if (!showsOutbox) throw new DomainError("notFound");
  if (params.id) requireId(params);
  const address = addressOrPart(query.text("address", 320));
  const [mails, chosen] = await Promise.all([
    listDeliveries(db, address),
    params.id ? findDelivery(db, params.id) : undefined,
  ]);
  const view = { address, part: query.oneOf("part", parts) ?? "html" };
  return { head: { title: words.t("outbox.title"), isPrivate: true }, mails, chosen, view };
}

export default function Outbox() {
  const { t, moment } = useWords();
  const { mails, chosen, view } = useLoaderData<typeof loader>();
  const { address } = view;
  return (
    <div>
      <h1 className="text-2xl tracking-tight">{t("outbox.title")}</h1>
      <p className="mt-1 text-muted">{t("outbox.intro")}</p>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="space-y-4">
          <AddressFilter address={address} />
          <ul className={`${card} h-fit divide-y divide-line`}>
            {mails.length === 0 && <li className="p-4 text-muted">{t(address ? "outbox.none" : "outbox.empty")}</li>}
            {mails.map((mail) => (
              <li key={mail.id}>
                <a
                  href={outboxPath({ ...view, id: mail.id })}
                  aria-current={mail.id === chosen?.id || undefined}
                  className="block px-4 py-3 no-underline hover:bg-sunken aria-current:bg-accent-soft"
                >
                  <span dir="auto" className="block truncate font-medium">
                    {mail.subject}
                  </span>
                  <span className="block truncate text-sm text-muted">
                    <bdi>{mail.to}</bdi> · {moment(mail.createdAt)}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </div>
        {chosen && <Mail mail={chosen} view={view} />}
      </div>
    </div>
  );
}

function AddressFilter({ address }: { address: string }) {
  const { t } = useWords();
  return (
    <form action="/dev/outbox" className="flex items-end gap-2">
      <label className="min-w-0 grow space-y-1.5 text-sm font-medium">
        <span>{t("outbox.address")}</span>
        <input
          type="search"
          name="address"
          defaultValue={address}
          dir="ltr"
          className="block min-h-10 w-full rounded-lg border border-edge/60 bg-surface px-3 text-ink"
        />
      </label>
      <button type="submit" className={`${button("quiet")} shrink-0`}>
        {t("mailStaff.show")}
      </button>
    </form>
  );
}
