import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { listPages } from "~/models/support/paging/list-pages.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { DeskPages } from "./desk-pages";
import { PageList } from "./page-list";
import { TestedPage } from "./tested-page";

export async function loader(args: LoaderFunctionArgs) {
  requireAdmin(args);
  const { db, env, words, sendTestPage } = args.context;
  return {
    head: { title: words.t("deskSettings.pages.paging"), isPrivate: true },
    pages: await listPages(db),
    canTest: sendTestPage !== undefined,
    address: env.PAGERDUTY_URL,
  };
}

/** Pages somebody for a test, and shows what PagerDuty said to that. */
export async function action(args: ActionFunctionArgs) {
  requireAdmin(args);
  const { words, origin, sendTestPage } = args.context;
  if (!sendTestPage) throw new DomainError("notFound");
  return { report: await sendTestPage({ words, origin }) };
}

export default function Paging() {
  const { t } = useWords();
  const { pages, canTest, address } = useLoaderData<typeof loader>();
  const report = useActionData<typeof action>()?.report;
  return (
    <StaffPage current="settings">
      <DeskPages current="paging" />
      <p className="mt-4 max-w-2xl text-muted">{t("paging.intro")}</p>
      <section aria-labelledby="connection" className={`${card} mt-4 max-w-2xl space-y-4 p-5`}>
        <h2 id="connection" className="text-lg">
          {t("paging.connection")}
        </h2>
        {canTest ? (
          <>
            <p>
              {t("paging.connected")}{" "}
              <bdi dir="ltr" className="wrap-anywhere">
                {address}
              </bdi>
            </p>
            {report && <TestedPage report={report} />}
            <form method="post" className="space-y-2">
              <button type="submit" className={button("quiet")}>
                {t("paging.test.send")}
              </button>
              <p className="text-sm text-muted">{t("paging.test.hint")}</p>
            </form>
          </>
        ) : (
          <p>{t("paging.notConnected")}</p>
        )}
      </section>
      <PageList pages={pages} />
    </StaffPage>
  );
}
