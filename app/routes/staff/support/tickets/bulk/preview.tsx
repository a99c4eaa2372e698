import { type SubmissionResult, useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireTicketHandler } from "~/http/guards.server";
import { doBulk } from "~/models/core/bulk/do-bulk.server";
import { mostChosen } from "~/models/core/bulk/limits";
import { previewBulk } from "~/models/core/bulk/preview-bulk.server";
import { DomainError } from "~/models/core/domain-error";
import { readTicketChange, writeTicketChange } from "~/models/support/queue/change";
import { ticketsInBulk } from "~/models/support/queue/tickets-in-bulk.server";
import { listFoundTickets } from "~/models/support/tickets/list-queue.server";
import { readQueueFilter } from "~/models/support/tickets/queue-filter";
import { readTicketNumber, staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { BulkForm } from "../../../bulk/bulk-form";
import { BulkPreview } from "../../../bulk/bulk-preview";
import { bulkForm, readChosen, readKeys } from "../../../bulk/chosen";
import { isChoice, listChoices } from "./choices.server";
import { useTicketChange } from "./say-change";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const { db, query, words } = args.context;
  const { keys, isCut } = await readKeys(query, {
    ticked: () => query.words("ticket").flatMap((text) => readTicketNumber(text) ?? []),
    found: (found, most) => listFoundTickets(db, viewer, { filter: readQueueFilter(found), most }),
  });
  const asked = query.text("change");
  // The word itself stands in a field of its own.
  const change = readTicketChange(asked === "tag" || asked === "untag" ? `${asked}:${query.text("tag")}` : asked);
  const choices = await listChoices(args.context, viewer);
  const isComplete = keys.length > 0 && keys.length <= mostChosen;
  const isKnown = change && isComplete && isChoice(change, choices);
  const preview = isKnown && (await previewBulk(db, ticketsInBulk, { viewer, change, keys }));
  return {
    head: { title: words.t("bulk.ticket.title"), isPrivate: true },
    ...choices,
    preview: preview && {
      id: uuid(),
      change,
      isCut,
      hearers: change.type === "move" ? preview.hearers : undefined,
      gone: preview.gone.map(writeTicketNumber),
      items: preview.items.map(({ year, serial, subject, stamp, verdict }) => {
        const number = { year, serial };
        return { key: writeTicketNumber(number), path: staffTicketPath(number), title: subject, stamp, verdict };
      }),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const { id: sentId, ...sent } = await readForm(args, bulkForm);
  const change = readTicketChange(sent.change);
  if (!change) throw new DomainError("nothingChosen");
  const chosen = readChosen(sent.chosen, readTicketNumber);
  const { id } = await doBulk(args.context.db, ticketsInBulk, { viewer, id: sentId, change, chosen });
  return redirect(`/staff/support/bulk/${id}`, 303);
}

export default function PreviewTickets() {
  const { preview, categories, team } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined;
  const [form] = useForm({ id: "bulk", lastResult });
  const say = useTicketChange({ categories, team });
  return (
    <BulkPreview noun="ticket">
      {preview && (
        <BulkForm
          noun="ticket"
          {...preview}
          change={writeTicketChange(preview.change)}
          what={say(preview.change)}
          errors={form.errors}
        />
      )}
    </BulkPreview>
  );
}
