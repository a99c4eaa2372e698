import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import type { ListedImport } from "~/models/admin/imports/list-imports.server";
import { useWords } from "~/ui/frame";

interface Props {
  one: Pick<SerializeFrom<ListedImport>, "at" | "fileName" | "by">;
  children?: ReactNode;
}

/** When an import began, and by whom; whatever is to be said beside it. */
export function Origin({ one: { at, fileName, by }, children }: Props) {
  const { t, moment } = useWords();
  const began = new Date(at);
  return (
    <p className="text-sm text-muted">
      <time dateTime={began.toISOString()}>{moment(began)}</time>
      {" · "}
      <bdi>{fileName === null ? t("importStaff.byNobody") : by}</bdi>
      {children}
    </p>
  );
}
