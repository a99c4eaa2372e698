import type { Change } from "~/models/feedback/inbox/change";
import { useWords } from "~/ui/frame";

interface Named {
  id: number;
  name: string;
}

/** Puts a change into words. */
export function useChangeLabel(boards: Named[], tags: Named[]): (change: Change) => string {
  const { t } = useWords();
  return (change) => {
    if (change.type === "move") return t("bulk.change.move", { status: t(`status.${change.to}`) });
    const place = (change.type === "board" ? boards : tags).find(({ id }) => id === change.id);
    return t(`bulk.change.${change.type}`, { name: place?.name ?? "…" });
  };
}
