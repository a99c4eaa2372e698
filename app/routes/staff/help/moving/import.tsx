import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireArticlePublisher, requireId } from "~/http/guards.server";
import { findImport } from "~/models/help/moving/import-articles.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";

const mostShown = 200;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireArticlePublisher(args);
  const { db, words } = args.context;
  const found = await findImport(db, viewer, requireId(args.params));
  const { id, fileName, leftOut, made, startedAt, doneAt, undoneAt, plan } = found;
  return {
    head: { title: words.t("helpWriting.moving.title"), isPrivate: true },
    id,
    fileName,
    state: undoneAt ? "undone" : doneAt ? "done" : startedAt ? "underWay" : "waiting",
    made: made.length,
    leftOut: leftOut.slice(0, mostShown),
    counts: (["new", "changed", "same", "held"] as const).map((fate) => ({
      fate,
      count: plan.filter((one) => one.fate === fate).length,
    })),
    plan: plan.slice(0, mostShown).map(({ file: { title, language }, fate }) => ({ title, language, fate })),
  } as const;
}

export default function ArticleImport() {
  const { t, number } = useWords();
  const { id, fileName, state, made, leftOut, counts, plan } = useLoaderData<typeof loader>();
  const path = `/staff/help/moving/${id}`;
  return (
    <StaffPage current="help">
      <p className="mt-4 text-sm">
        <a href="/staff/help/moving" className="text-accent underline">
          {t("helpWriting.moving.title")}
        </a>
      </p>
      <h2 className="mt-2 text-lg wrap-anywhere">
        <bdi>{fileName}</bdi>
      </h2>
      <p className="mt-1 text-muted">
        {t(`helpWriting.moving.state.${state}`)}
        {state !== "waiting" && ` · ${t("helpWriting.moving.made", { count: number(made) })}`}
      </p>
      {state === "waiting" && (
        <>
          <ul className="mt-3 flex flex-wrap gap-x-4 text-sm">
            {counts.map(({ fate, count }) => (
              <li key={fate}>
                {t(`helpWriting.moving.fate.${fate}`)}: {number(count)}
              </li>
            ))}
          </ul>
          <form method="post" action={`${path}/start`} className="mt-4">
            <button type="submit" className={button()}>
              {t("helpWriting.moving.start")}
            </button>
          </form>
        </>
      )}
      {state === "done" && (
        <div className="mt-4">
          <Confirmed
            label={t("helpWriting.moving.undo")}
            question={t("helpWriting.moving.undoQuestion")}
            action={`${path}/undo`}
            className={button("quiet", "small")}
          />
        </div>
      )}
      {leftOut.length > 0 && (
        <section className="mt-6 text-sm">
          <h3 className="font-medium">{t("helpWriting.moving.leftOut")}</h3>
          <ul dir="ltr" className="mt-1 text-muted rtl:text-end">
            {leftOut.map((one) => (
              <li key={one} className="wrap-anywhere">
                {one}
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan.length > 0 && (
        <ul className={`mt-6 max-w-2xl divide-y divide-line ${card}`}>
          {plan.map(({ title, language, fate }) => (
            <li key={`${title} ${language}`} className="flex flex-wrap gap-x-3 px-4 py-2 text-sm">
              <span lang={language} dir="auto" className="wrap-anywhere">
                {title}
              </span>
              <span className="text-muted">
                {language} · {t(`helpWriting.moving.fate.${fate}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </StaffPage>
  );
}
