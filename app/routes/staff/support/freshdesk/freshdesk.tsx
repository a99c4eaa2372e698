import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireAdmin, requireTicketHandler } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { mayAdminister } from "~/models/core/users/policy";
import { namedCategories } from "~/models/support/categories/category-name";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { findFreshdeskState, listWrites } from "~/models/support/freshdesk/queue-state.server";
import { readFreshdeskTicketNumber } from "~/models/support/freshdesk/read-ticket-number";
import { saveFreshdeskSettings } from "~/models/support/freshdesk/save-settings.server";
import { useViewer } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { Connection } from "./connection-card";
import { FindTicketForm } from "./find-ticket-form";
import { Hook } from "./hook";
import { Queue } from "./queue";
import { Refused } from "./refused";
import { SetUp } from "./set-up";
import { SettingsForm } from "./settings-form";
import { settingsForm } from "./settings-shape";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const { db, words, env, origin } = args.context;
  const asked = args.context.query.text("ticket");
  const ticket = asked ? readFreshdeskTicketNumber(asked) : undefined;
  if (ticket) throw redirect(`/staff/freshdesk/tickets/${ticket}`);
  const [state, refused, categories] = await Promise.all([
    findFreshdeskState(db, viewer),
    listWrites(db, viewer, { state: "refused" }),
    listTicketCategories(db),
  ]);
  return {
    head: { title: words.t("staff.freshdesk.title"), isPrivate: true },
    domain: env.FRESHDESK_DOMAIN,
    hasSecret: env.FRESHDESK_WEBHOOK_SECRET !== undefined,
    hook: `${origin}/hooks/freshdesk`,
    state,
    refused: refused.writes.slice(0, 20),
    categories: namedCategories(words, categories),
    /** What was looked for and is no ticket. */
    notFound: asked,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const draft = await readForm(args, settingsForm);
  await saveFreshdeskSettings(args.context.db, { viewer, draft });
  return doneAt("/staff/freshdesk", args.context, "done.saved");
}

export default function Freshdesk() {
  const viewer = useViewer();
  const { domain, hasSecret, hook, state, refused, categories, notFound } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <StaffPage current="freshdesk">
      {domain ? (
        <div className="mt-6 space-y-8">
          <Connection domain={domain} settings={state.settings} />
          <FindTicketForm notFound={notFound} />
          <Queue state={state} />
          <Refused writes={refused} />
          <SettingsForm settings={state.settings} categories={categories} lastResult={lastResult} />
          {mayAdminister(viewer) && <Hook address={hook} hasSecret={hasSecret} />}
        </div>
      ) : (
        <SetUp hook={hook} />
      )}
    </StaffPage>
  );
}
