import type { SerializeFrom } from "@remix-run/node";
import type { TriedRules as Tried } from "~/models/support/promises/try-rules.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { TriedRules } from "./tried-rules";

interface Props {
  page: string;
  policy: { id: number; name: string };
  asked: {
    /** Where it would go; null where it would be deleted. */
    place: number | null;
    tried: SerializeFrom<Tried>;
  };
  nameOf: (policyId: number) => string;
}

/** What it would mean that a policy goes elsewhere or is deleted, and whether it shall be so. */
export function AskedPolicy({ page, policy, asked: { place, tried }, nameOf }: Props) {
  const { t, number } = useWords();
  const isMove = place !== null;
  const gaps = { name: policy.name, place: number(place ?? 0) };
  return (
    <>
      <TriedRules tried={tried} nameOf={nameOf} />
      <form
        method="post"
        action={`${page}/${policy.id}/${isMove ? "move" : "delete"}`}
        className={`mt-4 flex max-w-2xl flex-wrap items-center gap-3 rounded-lg p-3 text-sm ${isMove ? "bg-amber-soft" : "bg-danger-soft"}`}
      >
        <span className="text-ink">{t(`deskSettings.policy.${isMove ? "moveQuestion" : "deleteQuestion"}`, gaps)}</span>
        {isMove && <input type="hidden" name="place" value={place} />}
        <button type="submit" className={button(isMove ? "primary" : "danger", "small")}>
          {t(isMove ? "curation.move" : "deskSettings.policy.delete")}
        </button>
        <a href={page} className="underline">
          {t("form.cancel")}
        </a>
      </form>
    </>
  );
}
