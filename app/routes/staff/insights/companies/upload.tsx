import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { decodeText } from "~/models/core/text/decode-text.server";
import { choice } from "~/models/core/text/fields";
import { companyLimits } from "~/models/insights/companies/draft";
import { planUpload, uploadCompanies, uploadModes } from "~/models/insights/companies/upload-companies.server";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import type { Checked } from "./checked";
import { PlanView } from "./plan-view";
import { UploadForm } from "./upload-form";

export async function loader(args: LoaderFunctionArgs) {
  requireMaintainer(args);
  return { head: { title: args.context.words.t("companies.upload.title"), isPrivate: true } };
}

const form = z.object({
  file: z.instanceof(File).optional(),
  csv: z.string().default(""),
  mode: choice(uploadModes),
  step: z.enum(["check", "write"]),
});

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { file, csv: pasted, mode, step } = await readForm(args, form);
  const decoded = file?.size ? await decodeText(new Uint8Array(await file.arrayBuffer())) : undefined;
  const csv = decoded?.text ?? pasted;
  if (csv.length > companyLimits.bytes) {
    throw new DomainError("companiesTooMany", { field: "csv", params: { max: companyLimits.rows } });
  }
  const { db } = args.context;
  if (step === "check")
    return json({
      plan: await planUpload(db, { viewer, csv, mode }),
      csv,
      mode,
      encoding: decoded?.encoding,
      sample: decoded?.sample,
    });
  const count = await uploadCompanies(db, { viewer, csv, mode });
  return doneAt("/staff/companies", args.context, "done.companiesUploaded", { count });
}

export default function Upload() {
  const { t } = useWords();
  const result = useActionData<typeof action>() as unknown as object | undefined;
  const checked = result && "plan" in result ? (result as Checked) : undefined;
  return (
    <StaffPage current="companies">
      <p className="mt-4 text-sm">
        <a href="/staff/companies">{t("companies.back")}</a>
      </p>
      <h2 className="mt-4 text-lg">{t("companies.upload.title")}</h2>
      <p className="mt-1 max-w-2xl text-sm text-muted">
        {t("companies.upload.intro", { rows: companyLimits.rows, kilobytes: companyLimits.bytes / 1000 })}
      </p>
      {checked && <PlanView checked={checked} />}
      <UploadForm />
    </StaffPage>
  );
}
