import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePublisher } from "~/http/guards.server";
import { listEntries, listUnpublished } from "~/models/feedback/changelog/list-entries.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { EntryRows } from "./entry-rows";

const pageLength = 50;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requirePublisher(args);
  const { db, words } = args.context;
  const after = args.context.query.word("after");
  const [unpublished, published] = await Promise.all([
    listUnpublished(db, viewer),
    listEntries(db, { after }, pageLength),
  ]);
  return { head: { title: words.t("staff.changelog.title"), isPrivate: true }, after, unpublished, published };
}

export default function StaffChangelog() {
  const { t } = useWords();
  const { after, unpublished, published } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="changelog">
      <div className="mt-4 flex flex-wrap gap-3">
        <a href="/staff/changelog/new" className={button()}>
          {t("changelogStaff.new")}
        </a>
        <a href="/staff/changelog/labels" className={button("quiet")}>
          {t("changelogStaff.labels")}
        </a>
      </div>
      {!after && <EntryRows heading={t("changelogStaff.unpublished")} entries={unpublished} />}
      <EntryRows
        heading={t("changelogStaff.published")}
        entries={published.entries.map((entry) => ({ ...entry, scheduledFor: null, refusal: null }))}
      />
      {published.next && (
        <nav aria-label={t("list.pages")} className="mt-6">
          <a href={`/staff/changelog?after=${published.next}`} rel="next" className={button("quiet")}>
            {t("list.next")}
          </a>
        </nav>
      )}
    </StaffPage>
  );
}
