import type { Split } from "~/models/support/tickets/splits.server";
import { writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { useWords } from "./frame";

interface Props {
  /** What is known of the ticket that is on the page. */
  splits: Split[];
  messageId: string;
  /** The page of the other ticket; without it, its number alone is shown. */
  pathOf?: (split: Split) => string;
}

/** Says of a message that it was split off into another ticket, or from which one it came. */
export function SplitMark({ splits, messageId, pathOf }: Props) {
  const { t } = useWords();
  return splits
    .filter((split) => split.messageId === messageId)
    .map((split) => (
      <p key={split.way} className="mt-2 text-sm text-muted">
        {t(`tickets.splitOff.${split.way}`)}{" "}
        {pathOf ? (
          <a href={pathOf(split)} dir="ltr" className="text-accent underline">
            {writeTicketNumber(split)}
          </a>
        ) : (
          <span dir="ltr">{writeTicketNumber(split)}</span>
        )}
      </p>
    ));
}
