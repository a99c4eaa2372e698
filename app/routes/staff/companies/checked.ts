import type { UploadMode, UploadPlan } from "~/models/companies/upload-companies.server";

/** A file that was looked at, and what it would do. */
export interface Checked {
  plan: UploadPlan;
  csv: string;
  mode: UploadMode;
}
