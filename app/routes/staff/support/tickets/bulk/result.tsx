import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireId, requireTicketHandler } from "~/http/guards.server";
import { findBulk } from "~/models/core/bulk/find-bulk.server";
import { DomainError } from "~/models/core/domain-error";
import { ticketsInBulk } from "~/models/support/queue/tickets-in-bulk.server";
import { staffTicketPath } from "~/models/support/tickets/ticket-number";
import { useWords } from "~/ui/frame";
import { BulkResult } from "../../../bulk/bulk-result";
import { listChoices } from "./choices.server";
import { useTicketChange } from "./say-change";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const id = requireId(args.params);
  const { db, words } = args.context;
  const [bulk, choices] = await Promise.all([
    findBulk(db, ticketsInBulk, { viewer, id }),
    listChoices(args.context, viewer),
  ]);
  if (!bulk) throw new DomainError("notFound");
  return { head: { title: words.t("bulk.ticket.title"), isPrivate: true }, id, bulk, ...choices };
}

export default function TicketsResult() {
  const { t } = useWords();
  const { id, bulk, categories, team } = useLoaderData<typeof loader>();
  const { change, items, ...about } = bulk;
  const say = useTicketChange({ categories, team });
  return (
    <BulkResult
      noun="ticket"
      id={id}
      {...about}
      what={say(change)}
      undoHint={change.type === "move" ? t("bulk.ticket.undoHint") : undefined}
      items={items.map((item) => ({ ...item, path: staffTicketPath(item.number) }))}
    />
  );
}
