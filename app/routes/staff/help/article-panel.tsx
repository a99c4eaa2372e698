import { useForm } from "@conform-to/react";
import type { ComponentProps } from "react";
import { wordsIn } from "~/i18n";
import { mayPublishArticles } from "~/models/core/users/policy";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useFrame } from "~/ui/frame";
import { PublishLater } from "~/ui/publish-later";
import { type Refusal, RefusalNote } from "~/ui/refusal-note";
import { When } from "~/ui/when";
import { Judgements } from "./judgements";
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
  scheduledFor: string | null;
  refusal: Refusal | null;
  timeZone: string;
  from: { revision: number };
  versions: { version: number; publishedAt: string; by: string | null }[];
  sections: { id: number; name: string }[];
  writers: { id: string; name: string }[];
  judgements: ComponentProps<typeof Judgements>;
}

/** What can be done with an article, where it stands, and what it said before. */
export function ArticlePanel({ article, sections, writers, judgements, ...shown }: Props) {
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
      {shown.isShown && <Judgements {...judgements} />}
      <Versions number={article.number} language={shown.language} versions={shown.versions} />
    </aside>
  );
}

function Deeds({
  article: { number, archivedAt },
  language,
  hasDraft,
  isShown,
  isInReview,
  scheduledFor,
  refusal,
  timeZone,
  from,
}: Omit<Props, "sections" | "writers" | "judgements">) {
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
      {refusal && <RefusalNote refusal={refusal} />}
      {scheduledFor && (
        <p className="text-sm">
          {t("changelogStaff.publish.scheduled", {
            moment: wordsIn(words.language, { timeZone }).moment(scheduledFor),
          })}
        </p>
      )}
      {hasDraft && mayPublish && !archivedAt && (
        <PublishLater action={`${path}/schedule`} scheduledFor={scheduledFor} timeZone={timeZone}>
          <input type="hidden" name="language" value={language} />
        </PublishLater>
      )}
      {isInReview && <p className="text-sm text-muted">{t("helpStaff.state.review")}</p>}
      <div className="flex flex-wrap gap-2">
        {scheduledFor && mayPublish && (
          <Deed to={`${path}/unschedule`} language={language} name={t("changelogStaff.publish.unschedule")} />
        )}
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

function Versions({ number, language, versions }: Pick<Props, "versions" | "language"> & { number: number }) {
  const { t } = useFrame().words;
  if (versions.length === 0) return;
  return (
    <section className={`p-4 text-sm ${card}`}>
      <h2 className="text-base">{t("helpStaff.versions")}</h2>
      <ol className="mt-2 space-y-1">
        {versions.map(({ version, publishedAt, by }) => (
          <li key={version}>
            <a
              href={`/staff/help/${number}/versions/${version}?language=${language}`}
              className="text-accent underline"
            >
              {t("helpWriting.version.title", { version })}
            </a>{" "}
            · <When at={publishedAt} />
            {by && (
              <>
                {" · "}
                <bdi>{by}</bdi>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
