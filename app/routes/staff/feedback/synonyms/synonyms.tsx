import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { readNumber, requireStaff } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { languageName } from "~/i18n";
import { DomainError } from "~/models/core/domain-error";
import { synonymLanguages, synonymsDraft } from "~/models/feedback/synonyms/draft";
import { saveSynonyms } from "~/models/feedback/synonyms/edit-synonyms.server";
import { listSynonyms } from "~/models/feedback/synonyms/queries.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { SynonymsForm } from "./synonyms-form";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireStaff(args);
  const { db, words } = args.context;
  const id = args.params.id && readNumber(args.params.id);
  const synonyms = await listSynonyms(db, viewer);
  const chosen = synonyms.find((one) => one.id === id && !one.isRemoved);
  if (id && !chosen) throw new DomainError("notFound");
  return { head: { title: words.t("staff.synonyms.title"), isPrivate: true }, synonyms, chosen };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireStaff(args);
  const draft = await readForm(args, synonymsDraft);
  const id = args.params.id ? readNumber(args.params.id) : undefined;
  await saveSynonyms(args.context.db, { viewer, draft, id });
  return doneAt("/staff/synonyms", args.context, "done.saved");
}

export default function Synonyms() {
  const { synonyms, chosen } = useLoaderData<typeof loader>();
  const own = useWords().language;
  return (
    <StaffPage current="synonyms">
      <SynonymsForm key={chosen?.id} chosen={chosen} />
      {synonymLanguages
        .toSorted((a, b) => Number(b === own) - Number(a === own))
        .map((language) => (
          <Used key={language} language={language} synonyms={synonyms.filter((one) => one.language === language)} />
        ))}
      <Removed synonyms={synonyms.filter(({ isRemoved }) => isRemoved)} />
    </StaffPage>
  );
}

type Listed = Awaited<ReturnType<typeof useLoaderData<typeof loader>>>["synonyms"][number];

function Used({ language, synonyms }: { language: Listed["language"]; synonyms: Listed[] }) {
  const { t } = useWords();
  const used = synonyms.filter(({ isRemoved }) => !isRemoved);
  const learned = used.filter(({ origin }) => origin === "merges");
  return (
    <section className="mt-8">
      <h2 className="text-lg">{languageName(language)}</h2>
      {used.length === 0 && <p className="mt-2 text-muted">{t("synonyms.none")}</p>}
      {used.length > 0 && (
        <ul className={`${card} mt-3 divide-y divide-line`}>
          {[...learned, ...used.filter((one) => !learned.includes(one))].map(({ id, words, origin }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
              <a href={`/staff/synonyms/${id}`} className="min-w-0 grow basis-56 no-underline hover:text-accent">
                <Alike words={words} language={language} />
              </a>
              {origin !== "field" && <span className="text-sm text-muted">{t(`synonyms.from.${origin}`)}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Removed({ synonyms }: { synonyms: Listed[] }) {
  const { t } = useWords();
  if (synonyms.length === 0) return null;
  return (
    <details className="mt-8">
      <summary className="py-1 font-medium">{t("synonyms.removedOnes", { count: synonyms.length })}</summary>
      <p className="mt-1 text-sm text-muted">{t("synonyms.removedHint")}</p>
      <ul className={`${card} mt-3 divide-y divide-line`}>
        {synonyms.map(({ id, language, words }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <Alike words={words} language={language} />
            <form method="post" action={`/staff/synonyms/${id}/restore`}>
              <button
                type="submit"
                className={button("plain", "small")}
                aria-label={t("synonyms.restoreOnes", { words: words.join(", ") })}
              >
                {t("synonyms.restore")}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Alike({ words, language }: Pick<Listed, "words" | "language">) {
  return (
    <bdi lang={language} className="min-w-0 wrap-anywhere">
      {words.join(" · ")}
    </bdi>
  );
}
