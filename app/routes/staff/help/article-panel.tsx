import { useForm } from "@conform-to/react";
import { mayPublishArticles } from "~/models/core/users/policy";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useFrame } from "~/ui/frame";
import { When } from "~/ui/when";
import { SetUpFields } from "./set-up-fields";

interface Props {
  article: {
    number: number;
    sectionId: number;
    audience: string;
    ownerId: string | null;
    reviewOn: string | null;
    archivedAt: string | null;
  };
  language: string;
  hasDraft: boolean;
  isShown: boolean;
  isInReview: boolean;
  from: { revision: number };
  versions: { version: number; publishedAt: string; by: string | null }[];
  sections: { id: number; name: string }[];
  writers: { id: string; name: string }[];
}

/** What can be done with an article, where it stands, and what it said before. */
export function ArticlePanel({ article, sections, writers, ...shown }: Props) {
  const { t } = useFrame().words;
  const path = `/staff/help/${article.number}`;
  const [, fields] = useForm<Record<"section" | "audience" | "owner" | "reviewOn", string>>({
    id: "set-up",
    defaultValue: {
      section: String(article.sectionId),
      audience: article.audience,
      owner: article.ownerId ?? "",
      reviewOn: article.reviewOn ?? "",
    },
  });
  return (
    <aside className="space-y-6" aria-label={t("helpStaff.panel")}>
      <Deeds article={article} {...shown} />
      <form method="post" action={`${path}/set-up`} noValidate className={`space-y-4 p-4 ${card}`}>
        <SetUpFields fields={fields} sections={sections} writers={writers} />
        <button type="submit" className={button("quiet")}>
          {t("helpStaff.saveSetUp")}
        </button>
      </form>
      <Versions versions={shown.versions} />
    </aside>
  );
}

function Deeds({
  article: { number, archivedAt },
  language,
  hasDraft,
  isShown,
  isInReview,
  from,
}: Omit<Props, "sections" | "writers">) {
  const { viewer, words } = useFrame();
  const { t } = words;
  const path = `/staff/help/${number}`;
  const mayPublish = mayPublishArticles(viewer);
  return (
    <div className={`space-y-3 p-4 ${card}`}>
      <p className="text-sm text-muted">
        {t(archivedAt ? "helpStaff.isArchived" : isShown ? "helpStaff.isShown" : "helpStaff.isNotShown")}
      </p>
      {hasDraft && mayPublish && !archivedAt && (
        <form method="post" action={`${path}/publish`}>
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="revision" value={from.revision} />
          <button type="submit" className={button()}>
            {t("helpStaff.publish")}
          </button>
        </form>
      )}
      <div className="flex flex-wrap gap-2">
        {hasDraft && !isInReview && !mayPublish && (
          <Deed to={`${path}/review`} language={language} name={t("helpStaff.askForReview")} />
        )}
        {hasDraft && isShown && <Deed to={`${path}/discard`} language={language} name={t("helpStaff.discard")} />}
        {mayPublish && (
          <Deed
            to={`${path}/${archivedAt ? "restore" : "archive"}`}
            name={t(archivedAt ? "helpStaff.restore" : "helpStaff.archive")}
          />
        )}
      </div>
    </div>
  );
}

function Deed({ to, language, name }: { to: string; language?: string; name: string }) {
  return (
    <form method="post" action={to}>
      {language && <input type="hidden" name="language" value={language} />}
      <button type="submit" className={button("quiet", "small")}>
        {name}
      </button>
    </form>
  );
}

function Versions({ versions }: Pick<Props, "versions">) {
  const { t } = useFrame().words;
  if (versions.length === 0) return;
  return (
    <section className={`p-4 text-sm ${card}`}>
      <h2 className="text-base">{t("helpStaff.versions")}</h2>
      <ol className="mt-2 space-y-1">
        {versions.map(({ version, publishedAt, by }) => (
          <li key={version}>
            {version} · <When at={publishedAt} />
            {by && ` · ${by}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
