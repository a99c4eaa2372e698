import { button } from "~/ui/button";
import { Confirmed } from "~/ui/confirmed";
import { useWords } from "~/ui/frame";

interface Props {
  id: string;
  from: string | null;
  path: string;
}

/** What to do with a message that a stranger has mailed. */
export function HeldMessage({ id, from, path }: Props) {
  const { t } = useWords();
  const action = `${path}/change`;
  return (
    <div className="mt-3 space-y-3 rounded-lg bg-danger-soft p-3 text-sm">
      <p>{t("tickets.heldFrom", { address: from ?? "?" })}</p>
      <div className="flex flex-wrap gap-2">
        {(["letIn", "keepInside"] as const).map((what) => (
          <form key={what} method="post" action={action}>
            <input type="hidden" name="value" value={id} />
            <button type="submit" name="what" value={what} className={button("quiet", "small")}>
              {t(`tickets.${what}`)}
            </button>
          </form>
        ))}
        <Confirmed
          action={action}
          fields={{ what: "throwAway", value: id }}
          label={t("tickets.throwAway")}
          question={t("tickets.throwAwayQuestion")}
          className={button("danger", "small")}
        />
      </div>
    </div>
  );
}
