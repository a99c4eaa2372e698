import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWriter } from "~/http/guards.server";
import { mayPublishArticles } from "~/models/core/users/policy";
import { articleStates, countInReview, listForStaff } from "~/models/help/articles/list-for-staff.server";
import { listSections } from "~/models/help/sections/list-sections.server";
import { sectionName } from "~/models/help/sections/section-name";
import { countMissing } from "~/models/help/starter/begin-with-these.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useFrame } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { Tick } from "~/ui/tick";
import { When } from "~/ui/when";
import { StaffPage } from "../staff-page";
import { BeginWithThese } from "./begin-with-these";
import { Translations } from "./translations";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireWriter(args);
  const { db, words, query } = args.context;
  const filter = {
    state: query.oneOf("state", articleStates),
    section: query.number("section"),
    owner: query.oneOf("owner", ["me"]),
  };
  const [articles, sections, missing, inReview] = await Promise.all([
    listForStaff(db, viewer, filter),
    listSections(db, viewer),
    mayPublishArticles(viewer) ? countMissing(db) : 0,
    countInReview(db, viewer),
  ]);
  return {
    head: { title: words.t("staff.help.title"), isPrivate: true },
    states: articleStates,
    filter,
    articles,
    missing,
    inReview,
    sections: sections.map((section) => ({ id: section.id, name: sectionName(words, section) })),
  };
}

export default function StaffHelp() {
  const { viewer, words } = useFrame();
  const { t } = words;
  const { states, filter, articles, missing, inReview, sections } = useLoaderData<typeof loader>();
  const nameOf = (id: number) => sections.find((section) => section.id === id)?.name ?? "";
  return (
    <StaffPage current="help">
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
        <Segments
          label={t("helpStaff.states")}
          className="min-w-0 max-w-full"
          choices={[
            { key: "all", href: "/staff/help", name: t("helpStaff.all"), isCurrent: !filter.state },
            ...states.map((one) => ({
              key: one,
              href: `/staff/help?state=${one}`,
              name: t(`helpStaff.state.${one}`),
              isCurrent: one === filter.state,
              count: one === "review" && inReview > 0 ? words.number(inReview) : undefined,
            })),
          ]}
        />
        <span className="flex flex-wrap gap-2">
          <a href="/staff/help/searches" className={button("quiet")}>
            {t("helpSearches.link")}
          </a>
          {mayPublishArticles(viewer) && (
            <>
              <a href="/staff/help/moving" className={button("quiet")}>
                {t("helpWriting.moving.title")}
              </a>
              <a href="/staff/help/sections" className={button("quiet")}>
                {t("helpWriting.sections.title")}
              </a>
            </>
          )}
          <a href="/staff/help/new" className={button()}>
            {t("helpStaff.new")}
          </a>
        </span>
      </div>
      <form method="get" className="mt-4 flex flex-wrap items-center gap-3 text-sm">
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        <select
          name="section"
          aria-label={t("helpStaff.form.section")}
          defaultValue={filter.section ?? ""}
          className="min-h-10 rounded-lg border border-edge/60 bg-surface px-3"
        >
          <option value="">{t("helpWriting.list.everySection")}</option>
          {sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Tick name="owner" value="me" isChosen={filter.owner === "me"} label={t("helpWriting.list.mine")} />
        <button type="submit" className={button("quiet", "small")}>
          {t("helpWriting.list.show")}
        </button>
      </form>
      {missing > 0 && <BeginWithThese count={missing} />}
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
              <Translations {...article} />
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
