import type { ReactNode } from "react";
import type { InboxNoun } from "#db/schema/feedback/inbox";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../staff-page";
import { home, navigationOf } from "./home";

/** The page that says what would come of a bulk action, or, without a form, that nothing is chosen. */
export function BulkPreview({ noun, children }: { noun: InboxNoun; children: ReactNode }) {
  const { t } = useWords();
  return (
    <StaffPage current={navigationOf[noun]}>
      {children || (
        <p role="alert" className="mt-6 rounded-lg bg-danger-soft px-4 py-3 text-sm font-medium text-danger">
          {t("problems.nothingChosen")}
        </p>
      )}
      <BackToList noun={noun} />
    </StaffPage>
  );
}

export function BackToList({ noun }: { noun: InboxNoun }) {
  const { t } = useWords();
  return (
    <p className="mt-6">
      <a href={home[noun]} className="text-accent underline">
        {t(`bulk.${noun}.back`)}
      </a>
    </p>
  );
}
