import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireAdmin, requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { mayAdminister } from "~/models/core/users/policy";
import { roadmapDraft } from "~/models/feedback/roadmaps/draft";
import { createRoadmap, editRoadmap } from "~/models/feedback/roadmaps/edit-roadmaps.server";
import { roadmapName } from "~/models/feedback/roadmaps/names";
import { listEveryRoadmap } from "~/models/feedback/roadmaps/queries.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useFrame } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { RoadmapForm } from "./roadmap-form";

export async function loader(args: LoaderFunctionArgs) {
  requireMaintainer(args);
  const { db, words } = args.context;
  const roadmaps = await listEveryRoadmap(db);
  const chosen = args.params.id ? roadmaps.find(({ id }) => String(id) === args.params.id) : undefined;
  if (args.params.id && !chosen) throw new DomainError("notFound");
  return { head: { title: words.t("staff.roadmaps.title"), isPrivate: true }, roadmaps, chosen };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const draft = await readForm(args, roadmapDraft);
  const { db } = args.context;
  const id = Number(args.params.id);
  if (id) await editRoadmap(db, { viewer, id, draft });
  else await createRoadmap(db, { viewer, draft });
  return doneAt("/staff/roadmaps", args.context, "done.saved");
}

export default function Roadmaps() {
  const { viewer, words } = useFrame();
  const { t } = words;
  const { roadmaps, chosen } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="roadmaps">
      <ul className={`${card} mt-6 divide-y divide-line`}>
        {roadmaps.map((roadmap) => (
          <li key={roadmap.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <span className="font-medium">
              <bdi>{roadmapName(words, roadmap)}</bdi>
            </span>
            <code className="text-sm text-muted">{roadmap.slug}</code>
            <span className="text-sm text-muted">
              {t(roadmap.isOff ? "curation.off" : `visibility.${roadmap.visibility}`)}
            </span>
            <span className="ms-auto flex flex-wrap gap-2">
              <a href={`/staff/roadmaps/${roadmap.id}/cards`} className={button("quiet", "small")}>
                {t("curation.cards")}
              </a>
              <a href={`/staff/roadmaps/${roadmap.id}/columns`} className={button("quiet", "small")}>
                {t("curation.columns")}
              </a>
              {mayAdminister(viewer) && (
                <a href={`/staff/roadmaps/${roadmap.id}`} className={button("quiet", "small")}>
                  {t("curation.settings")}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
      {mayAdminister(viewer) && <RoadmapForm key={chosen?.id ?? 0} chosen={chosen} />}
    </StaffPage>
  );
}
