import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWriter } from "~/http/guards.server";
import { isStaff } from "~/models/core/users/policy";
import { listSearches, type SearchedFor, searchKinds } from "~/models/help/searches/list-searches.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useFrame, useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { StaffPage } from "../../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireWriter(args);
  const { db, words, query } = args.context;
  const kind = query.oneOf("kind", searchKinds) ?? "nothing";
  return {
    head: { title: words.t("helpSearches.title"), isPrivate: true },
    kinds: searchKinds,
    kind,
    searches: await listSearches(db, viewer, kind),
  };
}

/** What people search for and do not find, and what can be done about it. */
export default function Searches() {
  const { t } = useWords();
  const { kinds, kind, searches } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="help">
      <h2 className="mt-6 text-xl">{t("helpSearches.title")}</h2>
      <p className="mt-1 text-muted">{t("helpSearches.intro")}</p>
      <Segments
        label={t("helpSearches.kinds")}
        className="mt-4"
        choices={kinds.map((one) => ({
          key: one,
          href: `/staff/help/searches?kind=${one}`,
          name: t(`helpSearches.${one}`),
          isCurrent: one === kind,
        }))}
      />
      {searches.length === 0 && <p className="mt-6 text-muted">{t("helpSearches.none")}</p>}
      {searches.length > 0 && (
        <ul className={`mt-6 divide-y divide-line ${card}`}>
          {searches.map((searched) => (
            <li key={searched.question} className="px-5 py-4">
              <Searched searched={searched} />
            </li>
          ))}
        </ul>
      )}
    </StaffPage>
  );
}

function Searched({ searched: { question, others, language, count } }: { searched: SearchedFor }) {
  const { viewer, words } = useFrame();
  const { t, number, list } = words;
  const asked = new URLSearchParams({ q: question, language });
  const article = new URLSearchParams([
    ...Object.entries({ title: question, language }),
    ...others.map((other) => ["wording", other]),
  ]);
  const about = <span className="sr-only"> {t("helpSearches.about", { question })}</span>;
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <bdi lang={language} className="min-w-0 font-medium wrap-anywhere">
          {question}
        </bdi>
        <span className="text-sm text-muted tabular-nums">
          {t("helpSearches.times", { count, times: number(count) })}
        </span>
      </p>
      {others.length > 0 && (
        <p className="mt-1 text-sm text-muted">
          {t("helpSearches.also")} <bdi>{list(others)}</bdi>
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <a href={`/staff/help/new?${article}`} className={button("quiet", "small")}>
          {t("helpSearches.write")}
          {about}
        </a>
        <a href={`/staff/help/searches/wording?${asked}`} className={button("quiet", "small")}>
          {t("helpSearches.wording")}
          {about}
        </a>
        {isStaff(viewer) && (
          <a href={`/staff/help/searches/synonym?${asked}`} className={button("quiet", "small")}>
            {t("helpSearches.synonym")}
            {about}
          </a>
        )}
        <form method="post" action="/staff/help/searches/settle">
          <input type="hidden" name="question" value={question} />
          <button type="submit" className={button("plain", "small")}>
            {t("helpSearches.settle")}
            {about}
          </button>
        </form>
      </div>
    </>
  );
}
