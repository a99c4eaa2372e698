import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireTicketHandler } from "~/http/guards.server";
import { countSuggestions, type SuggestionFigures } from "~/models/support/deflection/count-suggestions.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const { db, words } = args.context;
  return {
    head: { title: words.t("suggestions.title"), isPrivate: true },
    figures: await countSuggestions(db, viewer),
  };
}

const columns = ["forms", "opened", "said", "supposed", "sent"] as const satisfies (keyof SuggestionFigures)[];

/** What suggestions on the page of new tickets save, as far as anybody can know. */
export default function Suggestions() {
  const { t, number } = useWords();
  const { figures } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="support">
      <h2 className="mt-6 text-xl">{t("suggestions.title")}</h2>
      <p className="mt-1 text-muted">{t("suggestions.intro")}</p>
      <div className={`${card} mt-4 overflow-x-auto`}>
        <table className="w-full text-sm">
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="px-4 py-2 text-start font-medium">
                {t("suggestions.group")}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="px-4 py-2 text-end font-medium">
                  {t(`suggestions.columns.${column}`)}
                </th>
              ))}
              <th scope="col" className="px-4 py-2 text-end font-medium">
                {t("suggestions.columns.unsent")}
              </th>
            </tr>
          </thead>
          <tbody>
            {(["shown", "heldOut"] as const).map((group) => (
              <tr key={group} className="border-b border-line last:border-0">
                <th scope="row" className="px-4 py-2 text-start font-normal">
                  {t(`suggestions.groups.${group}`)}
                </th>
                {columns.map((column) => (
                  <td key={column} className="px-4 py-2 text-end tabular-nums">
                    {number(figures[group][column])}
                  </td>
                ))}
                <td className="px-4 py-2 text-end tabular-nums">{unsent(figures[group])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3 text-sm text-muted">{t("suggestions.howToRead")}</p>
    </StaffPage>
  );

  function unsent({ forms, sent }: SuggestionFigures): string {
    return forms === 0
      ? "–"
      : t("suggestions.percent", { percent: number(Math.round(((forms - sent) / forms) * 100)) });
  }
}
