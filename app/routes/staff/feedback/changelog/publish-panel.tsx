import { wordsIn } from "~/i18n";
import { stateOf } from "~/models/feedback/changelog/entry-state";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { useWords } from "~/ui/frame";
import { PublishLater } from "~/ui/publish-later";
import { RefusalNote } from "~/ui/refusal-note";
import type { PanelProps } from "./panel-props";
import { PostsToMove } from "./posts-to-move";
import { TellTick } from "./tell-tick";

/** Where the entry stands, and where it may go from here. */
export function PublishPanel({ entry, subscriberCount, timeZone }: PanelProps) {
  const { t, language } = useWords();
  const { moment } = wordsIn(language, { timeZone });
  const state = stateOf(entry);
  const address = `/staff/changelog/${entry.number}`;
  return (
    <aside aria-labelledby="publish" className={`${card} h-fit space-y-5 p-5`}>
      <h2 id="publish" className="text-lg">
        {t("changelogStaff.publish.heading")}
      </h2>
      {entry.refusal && <RefusalNote refusal={entry.refusal} />}
      {entry.publishedAt && <p>{t("changelogStaff.publish.published", { moment: moment(entry.publishedAt) })}</p>}
      {entry.scheduledFor && <p>{t("changelogStaff.publish.scheduled", { moment: moment(entry.scheduledFor) })}</p>}
      {state !== "published" && (
        <>
          <PostsToMove posts={entry.posts} />
          <form method="post" action={`${address}/publish`} className="space-y-3">
            <TellTick entry={entry} subscriberCount={subscriberCount} />
            <button type="submit" className={button()}>
              {t("changelogStaff.publish.now")}
            </button>
          </form>
          <PublishLater action={`${address}/schedule`} scheduledFor={entry.scheduledFor} timeZone={timeZone}>
            <TellTick entry={entry} subscriberCount={subscriberCount} />
          </PublishLater>
        </>
      )}
      {state === "scheduled" && (
        <form method="post" action={`${address}/unschedule`}>
          <button type="submit" className={button("quiet", "small")}>
            {t("changelogStaff.publish.unschedule")}
          </button>
        </form>
      )}
      <div className="flex flex-wrap gap-3 border-t border-line pt-5">
        {state === "published" && (
          <Confirmed
            action={`${address}/unpublish`}
            label={t("changelogStaff.publish.unpublish")}
            question={t("changelogStaff.publish.unpublishQuestion")}
            className={button("quiet", "small")}
          />
        )}
        <Confirmed
          action={`${address}/delete`}
          label={t("changelogStaff.publish.delete")}
          question={t("changelogStaff.publish.deleteQuestion")}
          className={button("danger", "small")}
        />
      </div>
    </aside>
  );
}
