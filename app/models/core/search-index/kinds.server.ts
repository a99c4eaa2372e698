import { merged } from "../merged";
import * as all from "./kinds/index.server";
import type { SearchKind } from "./search-kind";

const byName = merged(all);

export type SubjectKind = keyof typeof byName;

/** All kinds of things that are found. */
export const searchKinds: Record<SubjectKind, SearchKind> = byName;

export const kindNames = Object.keys(searchKinds) as SubjectKind[];
