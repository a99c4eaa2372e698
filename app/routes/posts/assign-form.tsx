import { button } from "~/ui/button";
import { useFrame } from "~/ui/frame";
import type { PostData } from "./load-post.server";

interface Props {
  number: number;
  assignee: PostData["assignee"];
  team: PostData["team"];
}

/** Who of the team looks after the post: chosen by those who may, told to the others. */
export function AssignForm({ number, assignee, team }: Props) {
  const { viewer, words } = useFrame();
  const { t } = words;
  const action = `/posts/${number}/assign`;
  if (!team) return <p className="mt-3 text-sm">{assignee?.name ?? t("assignment.nobody")}</p>;
  return (
    <div className="mt-3 space-y-2">
      <form method="post" action={action} className="flex gap-2">
        <select
          name="assigneeId"
          defaultValue={assignee?.id ?? ""}
          aria-label={t("assignment.label")}
          className="min-w-0 grow rounded-lg border border-edge/60 bg-surface px-2 text-sm"
        >
          <option value="">{t("assignment.nobody")}</option>
          {team.map(({ id, name }) => (
            <option key={id} value={id}>
              {name ?? t("people.nameless")}
            </option>
          ))}
        </select>
        <button type="submit" className={button("quiet", "small")}>
          {t("form.save")}
        </button>
      </form>
      {viewer && assignee?.id !== viewer.id && (
        <form method="post" action={action}>
          <button type="submit" name="assigneeId" value={viewer.id} className={button("quiet", "small")}>
            {t("assignment.toMe")}
          </button>
        </form>
      )}
    </div>
  );
}
