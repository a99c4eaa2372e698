import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

const requesters = ["support", "author"] as const;

/** Has a ticket opened about the post: our own, or one of the author's, which Freshdesk will mail. */
export function OpenFreshdeskTicketForm({ number, id }: { number: number; id: string }) {
  const { t } = useWords();
  return (
    <form method="post" action={`/posts/${number}/tickets/open`} className="space-y-2">
      <input type="hidden" name="id" value={id} />
      <fieldset className="space-y-1.5">
        <legend className="font-medium">{t("freshdeskPages.panel.open")}</legend>
        {requesters.map((requester) => (
          <label key={requester} className="flex items-start gap-2">
            <input
              type="radio"
              name="requester"
              value={requester}
              defaultChecked={requester === "support"}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            {t(`freshdeskPages.panel.requester.${requester}`)}
          </label>
        ))}
      </fieldset>
      <button type="submit" className={button("quiet", "small")}>
        {t("freshdeskPages.panel.doOpen")}
      </button>
    </form>
  );
}
