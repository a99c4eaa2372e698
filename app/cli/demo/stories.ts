import { beta } from "./beta";
import type { BoardSlug } from "./boards";
import { everyday } from "./mobile/everyday";
import { faults } from "./mobile/faults";
import { rightToLeft } from "./mobile/right-to-left";
import { sharing } from "./mobile/sharing";
import { docs } from "./site/docs";
import { website } from "./site/website";
import type { Story } from "./story";
import { access } from "./sync/access";
import { api } from "./sync/api";
import { devices } from "./sync/devices";
import { imports } from "./sync/imports";
import { privacy } from "./sync/privacy";
import { team } from "./team";
import { appearance } from "./web/appearance";
import { finding } from "./web/finding";
import { linking } from "./web/linking";
import { output } from "./web/output";
import { reading } from "./web/reading";
import { tables } from "./web/tables";
import { workspace } from "./web/workspace";
import { writing } from "./web/writing";

/** Everything that people have posted, by the board on which they did. */
export const stories: Record<BoardSlug, Story[]> = {
  web: [appearance, reading, linking, workspace, writing, tables, finding, output].flat(),
  mobile: [sharing, rightToLeft, everyday, faults].flat(),
  sync: [devices, privacy, api, access, imports].flat(),
  site: [website, docs].flat(),
  beta,
  team,
};
