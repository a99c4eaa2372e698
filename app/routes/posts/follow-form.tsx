import { countsAsFollower, followLevels } from "~/models/feedback/posts/follow-level";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useFrame } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import type { PostData } from "./load-post.server";

/** How much to hear of the post. */
export function FollowForm({ post }: { post: PostData["post"] }) {
  const { viewer, words } = useFrame();
  const { t, number } = words;
  const chosen = post.follow ?? undefined;
  return (
    <section aria-labelledby="follow" data-current="follow" className={`${card} p-4`}>
      <h2 id="follow" className="flex items-center gap-2 text-sm">
        <Icon name="bell" />
        {t("follow.heading")}
      </h2>
      <p className="mt-1 text-sm text-muted">
        {t("follow.count", { count: post.followerCount, people: number(post.followerCount) })}
        {chosen && <> {t(countsAsFollower(chosen) ? "follow.youFollow" : "follow.youMuted")}</>}
      </p>
      {viewer && !post.deletedAt && !post.mergedInto && (
        <form method="post" action={`/posts/${post.number}/follow`} className="mt-3 space-y-2">
          {followLevels.map((level) => (
            <label key={level} className="flex gap-2 text-sm">
              <input
                type="radio"
                name="level"
                value={level}
                defaultChecked={level === (chosen ?? "milestones")}
                className="mt-0.5 size-4 shrink-0 accent-accent"
              />
              <span>
                <span className="block font-medium">{t(`follow.level.${level}`)}</span>
                <span className="block text-muted">{t(`follow.explain.${level}`)}</span>
              </span>
            </label>
          ))}
          <button type="submit" className={button("quiet", "small")}>
            {t(chosen ? "follow.change" : "follow.start")}
          </button>
        </form>
      )}
    </section>
  );
}
