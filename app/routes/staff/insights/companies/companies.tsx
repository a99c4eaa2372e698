import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { companyDraft } from "~/models/insights/companies/draft";
import { saveCompany } from "~/models/insights/companies/edit-companies.server";
import { findCompany, listCompanies } from "~/models/insights/companies/queries.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { FindForm } from "../../find-form";
import { StaffPage } from "../../staff-page";
import { CompanyForm } from "./company-form";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db, words } = args.context;
  const { query } = args.context;
  const search = query.text("q", 100);
  const chosen = args.params.domain ? await findCompany(db, viewer, args.params.domain) : undefined;
  const page = await listCompanies(db, viewer, { search, after: query.word("after") });
  return { head: { title: words.t("staff.companies.title"), isPrivate: true }, search, chosen, ...page };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const draft = await readForm(args, companyDraft);
  await saveCompany(args.context.db, { viewer, draft });
  return doneAt("/staff/companies", args.context, "done.saved");
}

export default function Companies() {
  const { t } = useWords();
  const { search, companies, next, chosen } = useLoaderData<typeof loader>();
  const nextPath = `/staff/companies?${new URLSearchParams({ ...(search && { q: search }), after: next ?? "" })}`;
  return (
    <StaffPage current="companies">
      <p className="mt-4">
        <a href="/staff/companies/upload" className={button("quiet")}>
          {t("companies.upload.title")}
        </a>
      </p>
      <FindForm action="/staff/companies" label={t("companies.search")} value={search} />
      {companies.length === 0 && <p className="mt-5 text-muted">{t("companies.none")}</p>}
      {companies.length > 0 && <CompanyList />}
      {next && (
        <p className="mt-4">
          <a href={nextPath} rel="next" className={button("quiet")}>
            {t("list.next")}
          </a>
        </p>
      )}
      <CompanyForm key={chosen?.domain} chosen={chosen} />
    </StaffPage>
  );
}

function CompanyList() {
  const { number } = useWords();
  const { companies } = useLoaderData<typeof loader>();
  return (
    <ul className={`${card} mt-5 divide-y divide-line`}>
      {companies.map(({ domain, name, value }) => (
        <li key={domain} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
          <a href={`/staff/companies/${domain}`} className="font-medium no-underline hover:text-accent">
            <bdi>{name}</bdi>
          </a>
          <code className="text-sm text-muted">{domain}</code>
          <span className="ms-auto tabular-nums">{number(value)}</span>
        </li>
      ))}
    </ul>
  );
}
