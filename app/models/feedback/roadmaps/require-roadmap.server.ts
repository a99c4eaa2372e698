import type { Db } from "#db/client.server";
import { DomainError } from "../../core/domain-error";
import type { Viewer } from "../../core/users/viewer";
import { listRoadmaps, type Roadmap } from "./queries.server";

interface Asked {
  db: Db;
  viewer: Viewer;
  /** Without one, the portal's own. */
  slug: string | undefined;
}

/** The roadmap of an address, and all that the viewer may choose from. */
export async function requireRoadmap({ db, viewer, slug }: Asked): Promise<{ roadmap: Roadmap; roadmaps: Roadmap[] }> {
  const roadmaps = await listRoadmaps(db, viewer);
  const roadmap = slug === undefined ? roadmaps[0] : roadmaps.find((one) => one.slug === slug);
  if (!roadmap) throw new DomainError("notFound");
  return { roadmap, roadmaps };
}
