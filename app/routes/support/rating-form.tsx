import { ticketLimits } from "~/models/support/tickets/limits";
import { ratings } from "~/models/support/tickets/ratings";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";

interface Props {
  action: string;
  rating: number | null;
  /** As a link in a mail has it: chosen, not yet said. */
  chosen: string | undefined;
}

/** Asks how good the help was, once a ticket is over. */
export function RatingForm({ action, rating, chosen = rating?.toString() }: Props) {
  const { t } = useWords();
  return (
    <form id="rating" method="post" action={action} className={`${card} mt-5 space-y-4 p-5`}>
      <fieldset>
        <legend className="text-lg font-semibold">{t("rating.question")}</legend>
        <div className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
          {ratings.map((value) => (
            <label key={value} className="inline-flex items-center gap-2 text-sm">
              <input
                type="radio"
                name="rating"
                value={value}
                required
                defaultChecked={chosen === value}
                className="size-4 accent-accent"
              />
              {t(`rating.values.${value}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="block space-y-1.5 text-sm">
        <span className="block font-medium">
          {t("rating.text")} <span className="font-normal text-muted">{t("form.optional")}</span>
        </span>
        <textarea name="text" rows={2} dir="auto" maxLength={ticketLimits.rating.max} className={control} />
      </label>
      <button type="submit" className={button("quiet")}>
        {t(rating ? "rating.change" : "rating.send")}
      </button>
    </form>
  );
}
