import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

/** Leads to what is known of a ticket. */
export function FindTicketForm({ notFound }: { notFound: string | null }) {
  const { t } = useWords();
  return (
    <form action="/staff/freshdesk" className="max-w-lg space-y-1.5">
      <label htmlFor="find-ticket" className="block text-sm font-medium">
        {t("freshdeskPages.find.label")}
      </label>
      <div className="flex gap-2">
        <input
          id="find-ticket"
          name="ticket"
          dir="ltr"
          defaultValue={notFound ?? ""}
          aria-describedby={notFound ? "find-ticket-fault" : undefined}
          aria-invalid={notFound ? true : undefined}
          className="min-h-10 min-w-0 grow rounded-lg border border-edge/60 bg-surface px-3 aria-invalid:border-danger"
        />
        <button type="submit" className={`${button("quiet")} shrink-0`}>
          {t("freshdeskPages.find.submit")}
        </button>
      </div>
      {notFound && (
        <p id="find-ticket-fault" className="text-sm font-medium text-danger">
          {t("problems.ticketNumberWrong")}
        </p>
      )}
    </form>
  );
}
