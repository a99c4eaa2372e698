import { z } from "zod";
import * as field from "../text/fields";

/** Characters. */
export const nameLimits = { min: 2, max: 50 } as const;

export const nameDraft = z.object({ name: field.line(nameLimits) });
