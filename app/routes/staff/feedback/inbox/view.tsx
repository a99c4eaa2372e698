import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireMaintainer } from "~/http/guards.server";
import { readInboxFilter, writeInboxFilter } from "~/models/feedback/inbox/filter";
import { postViews } from "~/models/feedback/inbox/post-views";
import { loadView, saveView, viewForm } from "../../views/view.server";
import { ViewForm } from "../../views/view-form";

export const loader = (args: LoaderFunctionArgs) => loadView(args, requireMaintainer(args), postViews);

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { id, ...draft } = await readForm(args, viewForm);
  const filter = writeInboxFilter(readInboxFilter(args.context.query));
  return saveView(args, { viewer, views: postViews, id, draft, filter });
}

export default function View() {
  const { chosen, newId } = useLoaderData<typeof loader>();
  return <ViewForm noun="post" chosen={chosen} newId={newId} lastResult={useActionData<typeof action>()} />;
}
