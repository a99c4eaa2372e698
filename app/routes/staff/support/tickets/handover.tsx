import { useWords } from "~/ui/frame";

interface Props {
  handover: { number: number | null } | null;
  /** Something of it, by Freshdesk. */
  isRefused: boolean;
}

/** Where a ticket is in Freshdesk, if it goes there; what was refused says why on the page that this leads to. */
export function Handover({ handover, isRefused }: Props) {
  const { t } = useWords();
  if (!handover) return null;
  const { number: ticket } = handover;
  if (isRefused) return <Fact href="/staff/freshdesk#refused" text={t("tickets.handover.refused")} isBad />;
  if (ticket === null) return <span>{t("tickets.handover.onItsWay")}</span>;
  return <Fact href={`/staff/freshdesk/tickets/${ticket}`} text={t("tickets.handover.there", { ticket })} />;
}

function Fact({ href, text, isBad = false }: { href: string; text: string; isBad?: boolean }) {
  return (
    <a href={href} className={`underline ${isBad ? "font-semibold text-danger" : "text-accent"}`}>
      {text}
    </a>
  );
}
