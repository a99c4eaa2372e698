import type { PlaceKind } from "~/models/feedback/attachments/attachment";
import { useWords } from "./frame";
import { Icon } from "./icon";

/** Leads to the files of a text that is being changed: to add to them, describe, order and remove them. */
export function FilesLink({ kind, id }: { kind: PlaceKind; id: string }) {
  const { t } = useWords();
  return (
    <p className="text-sm">
      <a href={`/files/of/${kind}/${id}`} className="inline-flex items-center gap-1.5 text-accent underline">
        <Icon name="clip" className="size-4" />
        {t("files.change")}
      </a>
    </p>
  );
}
