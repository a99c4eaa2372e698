import type { ReactNode } from "react";
import type { InboxNoun } from "#db/schema/feedback/inbox";
import { mostChosen } from "~/models/core/bulk/limits";
import type { Verdict } from "~/models/core/bulk/verdict";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { BulkItem } from "./bulk-item";

interface Props {
  noun: InboxNoun;
  /** Made here, so that the form sent twice does it once. */
  id: string;
  /** As the form says it, and in words. */
  change: string;
  what: string;
  items: { key: string; path: string; title: string; stamp: string; verdict: Verdict }[];
  /** More was found than may be changed at once. */
  isCut: boolean;
  /** Those that are not there any more. */
  gone: string[];
  /** How many people would hear of it, where the change is one that people hear of. */
  hearers?: number;
  errors?: string[];
  /** More fields. */
  children?: ReactNode;
}

/** What a bulk action would do, one by one, and the button that does it. */
export function BulkForm({ noun, id, change, what, isCut, items, gone, hearers, errors, children }: Props) {
  const { t, number } = useWords();
  const changing = items.filter(({ verdict }) => verdict === "changed");
  return (
    <form method="post" noValidate className="mt-6 space-y-5">
      <FormProblem errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="change" value={change} />
      {changing.map(({ key, stamp }) => (
        <input key={key} type="hidden" name="chosen" value={`${key} ${stamp}`} />
      ))}
      <h2 className="text-lg">{what}</h2>
      {isCut && <p>{t("bulk.cut", { shown: number(mostChosen) })}</p>}
      <ul className={`${card} divide-y divide-line`}>
        {items.map(({ key, path, title, verdict }) => (
          <BulkItem key={key} path={path} title={title} verdict={verdict} when="before" />
        ))}
        {gone.map((name) => (
          <BulkItem key={name} title={name} verdict="gone" when="before" />
        ))}
      </ul>
      {hearers !== undefined && changing.length > 0 && (
        <p>{t("bulk.hearers", { count: hearers, people: number(hearers) })}</p>
      )}
      {changing.length > 0 ? (
        <>
          {children}
          <button type="submit" className={button()}>
            {t(`bulk.${noun}.submit`, { count: changing.length, shown: number(changing.length) })}
          </button>
        </>
      ) : (
        <p>{t("bulk.nothing")}</p>
      )}
    </form>
  );
}
