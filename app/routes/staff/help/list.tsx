import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWriter } from "~/http/guards.server";
import { articleStates, listForStaff } from "~/models/help/articles/list-for-staff.server";
import { listSections } from "~/models/help/sections/list-sections.server";
import { sectionName } from "~/models/help/sections/section-name";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { When } from "~/ui/when";
import { StaffPage } from "../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireWriter(args);
  const { db, words, query } = args.context;
  const filter = {
    state: query.oneOf("state", articleStates),
    section: query.number("section"),
    owner: query.oneOf("owner", ["me"]),
  };
  const [articles, sections] = await Promise.all([listForStaff(db, viewer, filter), listSections(db, viewer)]);
  return {
    head: { title: words.t("staff.help.title"), isPrivate: true },
    states: articleStates,
    state: filter.state,
    articles,
    sections: sections.map((section) => ({ id: section.id, name: sectionName(words, section) })),
  };
}

export default function StaffHelp() {
  const { t } = useWords();
  const { states, state, articles, sections } = useLoaderData<typeof loader>();
  const nameOf = (id: number) => sections.find((section) => section.id === id)?.name ?? "";
  return (
    <StaffPage current="help">
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
        <Segments
          label={t("helpStaff.states")}
          choices={[
            { key: "all", href: "/staff/help", name: t("helpStaff.all"), isCurrent: !state },
            ...states.map((one) => ({
              key: one,
              href: `/staff/help?state=${one}`,
              name: t(`helpStaff.state.${one}`),
              isCurrent: one === state,
            })),
          ]}
        />
        <a href="/staff/help/new" className={button()}>
          {t("helpStaff.new")}
        </a>
      </div>
      {articles.length === 0 && <p className="mt-6 text-muted">{t("helpStaff.nothing")}</p>}
      {articles.length > 0 && (
        <ul className={`mt-6 divide-y divide-line ${card}`}>
          {articles.map((article) => (
            <li key={article.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-5 py-3">
              <a href={`/staff/help/${article.number}`} lang={article.language} dir="auto" className="font-medium">
                {article.title}
              </a>
              <span className="rounded bg-sunken px-1.5 text-xs">{t(`helpStaff.state.${article.state}`)}</span>
              <span className="text-sm text-muted">{nameOf(article.sectionId)}</span>
              <span className="text-sm text-muted">{article.languages.join(", ")}</span>
              {article.ownerName && <span className="text-sm text-muted">{article.ownerName}</span>}
              {(article.savedAt ?? article.publishedAt) && (
                <span className="text-sm text-muted">
                  <When at={article.savedAt ?? article.publishedAt ?? ""} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </StaffPage>
  );
}
