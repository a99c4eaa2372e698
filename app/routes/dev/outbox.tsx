import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireId } from "~/http/guards.server";
import { findDelivery, listDeliveries } from "~/models/deliveries/queries.server";
import { DomainError } from "~/models/domain-error";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";

/** Every mail that would have been sent: in development and the demo only. */
export async function loader({ params, context: { db, showsOutbox, words } }: LoaderFunctionArgs) {
  if (!showsOutbox) throw new DomainError("notFound");
  if (params.id) requireId(params);
  const [mails, chosen] = await Promise.all([listDeliveries(db), params.id ? findDelivery(db, params.id) : undefined]);
  return { head: { title: words.t("outbox.title"), isPrivate: true }, mails, chosen };
}

export default function Outbox() {
  const { t, moment } = useWords();
  const { mails, chosen } = useLoaderData<typeof loader>();
  return (
    <div>
      <h1 className="text-2xl tracking-tight">{t("outbox.title")}</h1>
      <p className="mt-1 text-muted">{t("outbox.intro")}</p>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <ul className={`${card} h-fit divide-y divide-line`}>
          {mails.length === 0 && <li className="p-4 text-muted">{t("outbox.empty")}</li>}
          {mails.map((mail) => (
            <li key={mail.id}>
              <a
                href={`/dev/outbox/${mail.id}`}
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
        {chosen && (
          <article className={`${card} min-w-0 p-5`}>
            <h2 dir="auto" className="text-lg">
              {chosen.subject}
            </h2>
            <p className="mt-1 text-sm text-muted">{t("outbox.to", { to: chosen.to })}</p>
            <pre dir="auto" className="mt-4 font-sans wrap-anywhere whitespace-pre-wrap">
              {linked(chosen.text ?? "")}
            </pre>
          </article>
        )}
      </div>
    </div>
  );
}

/** The text part with its addresses as links. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((piece, i) => {
    const key = `${i}`;
    if (i % 2 === 0) return <span key={key}>{piece}</span>;
    return (
      <a key={key} href={piece} className="text-accent underline">
        {piece}
      </a>
    );
  });
}
