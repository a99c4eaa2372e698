import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { readNumber, requireNumber, requireWriter } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { languageName, languages } from "~/i18n/languages";
import { DomainError } from "~/models/core/domain-error";
import { articleLanguage, revisionField } from "~/models/help/articles/draft";
import { restoreVersion, showVersion } from "~/models/help/articles/versions.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";
import { ChangedWords } from "./changed-words";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireWriter(args);
  const { db, words, query } = args.context;
  const number = requireNumber(args.params);
  const version = readNumber(args.params.version);
  const asked = { viewer, number, version, language: query.oneOf("language", languages), with: query.number("with") };
  const found = await showVersion(db, asked);
  if (!found) throw new DomainError("notFound");
  return { head: { title: words.t("helpWriting.version.title", { version }), isPrivate: true }, number, ...found };
}

const form = z.object({ language: articleLanguage, revision: revisionField(), shown: revisionField() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const number = requireNumber(args.params);
  const version = readNumber(args.params.version);
  const { language, revision, shown } = await readForm(args, form);
  const from = { revision, version: shown };
  await restoreVersion(args.context.db, { viewer, number, language, version, from });
  return doneAt(`/staff/help/${number}?language=${language}`, args.context, "done.versionRestored");
}

export default function Version() {
  const { t } = useWords();
  const { number, language, shown, before, comparison, versions, hasDraft, from } = useLoaderData<typeof loader>();
  const { version } = shown;
  const others = versions.filter((one) => one.version !== version);
  return (
    <div className="mx-auto max-w-3xl">
      <p className="mb-2 text-sm">
        <a href={`/staff/help/${number}?language=${language}`} className="text-accent underline">
          {t("helpStaff.article", { number })}
        </a>
      </p>
      <h1 className="text-2xl tracking-tight">{t("helpWriting.version.title", { version })}</h1>
      <p className="mt-1 text-sm text-muted">
        {languageName(language)} · <When at={shown.publishedAt} />
      </p>
      {others.length > 0 && (
        <form method="get" className="mt-4 flex flex-wrap items-end gap-3 text-sm">
          <input type="hidden" name="language" value={language} />
          <label className="space-y-1">
            <span className="block font-medium">{t("helpWriting.version.with")}</span>
            <select
              name="with"
              defaultValue={before}
              className="min-h-10 rounded-lg border border-edge/60 bg-surface px-3"
            >
              {others.map((one) => (
                <option key={one.version} value={one.version}>
                  {t("helpWriting.version.title", { version: one.version })}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className={button("quiet")}>
            {t("helpWriting.version.compare")}
          </button>
        </form>
      )}
      {before ? (
        <ChangedWords comparison={comparison} language={language} />
      ) : (
        <article lang={language} dir="auto" className={`mt-6 p-4 ${card}`}>
          <h2 className="text-lg">{shown.title}</h2>
          <p className="mt-2 text-sm whitespace-pre-wrap wrap-anywhere">{shown.bodyMarkdown}</p>
        </article>
      )}
      {version !== from.version && (
        <form method="post" className="mt-6 space-y-2">
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="revision" value={from.revision} />
          <input type="hidden" name="shown" value={from.version} />
          <button type="submit" className={button("quiet")}>
            {t("helpWriting.version.restore")}
          </button>
          <p className="text-sm text-muted">
            {t(hasDraft ? "helpWriting.version.replaces" : "helpWriting.version.restoreHint")}
          </p>
        </form>
      )}
    </div>
  );
}
