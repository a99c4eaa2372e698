import type { VotingCompany } from "~/models/insights/requests/find-request.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";

/** Whose people voted for a post, and what they are worth. */
export function VotingCompanies({ companies }: { companies: VotingCompany[] }) {
  const { t, number } = useWords();
  return (
    <section aria-labelledby="companies" className={`${card} p-5`}>
      <h3 id="companies" className="text-lg">
        {t("requests.column.companies")}
      </h3>
      {companies.length === 0 && <p className="mt-3 text-sm text-muted">{t("requests.noCompanies")}</p>}
      {companies.length > 0 && (
        <table className="mt-3 w-full text-sm">
          <thead className="text-muted">
            <tr>
              <th scope="col" className="py-1 text-start font-medium">
                {t("requests.company")}
              </th>
              <th scope="col" className="py-1 text-end font-medium">
                {t("requests.column.votes")}
              </th>
              <th scope="col" className="py-1 text-end font-medium">
                {t("requests.column.value")}
              </th>
            </tr>
          </thead>
          <tbody>
            {companies.map(({ domain, name, value, voters }) => (
              <tr key={domain} className="border-t border-line">
                <th scope="row" className="py-1 text-start font-normal wrap-anywhere">
                  <bdi>{name ?? domain}</bdi>
                </th>
                <td className="py-1 text-end tabular-nums">{number(voters)}</td>
                <td className="py-1 text-end tabular-nums">{number(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
