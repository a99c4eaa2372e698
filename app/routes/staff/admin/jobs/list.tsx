import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdmin } from "~/http/guards.server";
import { listQueues, listRecurringJobs, listTroubledJobs } from "~/models/admin/jobs/list-jobs.server";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { Queues } from "./queues";
import { Recurring } from "./recurring";
import { Troubled } from "./troubled";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const [queues, troubled, recurring] = await Promise.all([
    listQueues(db, viewer),
    listTroubledJobs(db, viewer),
    listRecurringJobs(db, viewer),
  ]);
  return { head: { title: words.t("staff.jobs.title"), isPrivate: true }, queues, troubled, recurring };
}

export default function Jobs() {
  const { t } = useWords();
  const { queues, troubled, recurring } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="jobs">
      <Queues queues={queues} />
      <h2 className="mt-8 text-lg">{t("jobsStaff.troubled")}</h2>
      <Troubled jobs={troubled} />
      <h2 className="mt-8 text-lg">{t("jobsStaff.recurring")}</h2>
      <Recurring jobs={recurring} />
    </StaffPage>
  );
}
