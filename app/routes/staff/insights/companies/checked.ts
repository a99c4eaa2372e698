import type { UploadMode, UploadPlan } from "~/models/insights/companies/upload-companies.server";

/** A file that was looked at, and what it would do. */
export interface Checked {
  plan: UploadPlan;
  csv: string;
  mode: UploadMode;
  /** What the file was taken to be written in, and a line that shows it, where it does not say so itself. */
  encoding?: string;
  sample?: string;
}
