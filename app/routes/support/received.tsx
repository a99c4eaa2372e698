import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readTicketNumber, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useFrame } from "~/ui/frame";
import { Icon } from "~/ui/icon";

/** Says to a guest what happens next: whose address it is finds the way in by mail, and nobody else. */
export function loader({ context: { words, query } }: LoaderFunctionArgs) {
  const number = readTicketNumber(query.text("number"));
  return {
    head: { title: words.t("ticketReceived.title"), isPrivate: true },
    number: number && writeTicketNumber(number),
  };
}

export default function Received() {
  const { words, viewer, showsOutbox } = useFrame();
  const { t } = words;
  const { number } = useLoaderData<typeof loader>();
  return (
    <div className={`${card} mx-auto max-w-xl p-8 text-center`}>
      <kept-draft data-name="ticket" data-owner={viewer?.id ?? ""} data-sent="" />
      <Icon name="check" className="mx-auto size-10 text-green" />
      <h1 className="mt-3 text-2xl tracking-tight">{t("ticketReceived.heading")}</h1>
      {number && (
        <p className="mt-2 text-lg font-semibold" dir="ltr">
          {number}
        </p>
      )}
      <p className="mt-3 text-muted">{t("ticketReceived.text")}</p>
      {showsOutbox && (
        <p className="mt-4 text-sm">
          <a href="/dev/outbox" className="text-accent underline">
            {t("signIn.openOutbox")}
          </a>
        </p>
      )}
      <a href="/" className={`${button("quiet")} mt-6`}>
        {t("failure.home")}
      </a>
    </div>
  );
}
