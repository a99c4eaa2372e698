import type { Role } from "#db/schema/core/users";
import { useWords } from "./frame";

/** Somebody's name as others see it, and whether they belong to the team. */
export function PersonName({ name, role = "member" }: { name: string | null; role?: Role }) {
  const { t } = useWords();
  return (
    <span className="font-medium text-ink">
      <bdi>{name ?? t("people.deleted")}</bdi>
      {role !== "member" && (
        <span className="ms-1.5 rounded-full bg-accent-soft px-1.5 py-0.5 text-xs text-accent">{t("people.team")}</span>
      )}
    </span>
  );
}
