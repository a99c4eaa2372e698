import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdmin } from "~/http/guards.server";
import { isMoving } from "~/models/admin/imports/import-state";
import { listImports } from "~/models/admin/imports/list-imports.server";
import { uploadLimits } from "~/models/admin/imports/uploads/limits";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { ImportRow } from "./import-row";
import { UploadForm } from "./upload-form";

const problems = ["importNoFile", "importTooLarge", "tooManyRequests"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const { query } = args.context;
  const code = query.oneOf("problem", problems);
  const megabytes = words.number(uploadLimits.bytes / 1_000_000);
  return {
    head: { title: words.t("staff.import.title"), isPrivate: true },
    problem: code && words.t(`problems.${code}`, { megabytes, count: 10 }),
    ...(await listImports(db, viewer, query.id("before"))),
  };
}

export default function Imports() {
  const { t } = useWords();
  const { imports, next, problem } = useLoaderData<typeof loader>();
  const list = (
    <ul className={`${card} mt-3 max-w-3xl divide-y divide-line`}>
      {imports.map((one) => (
        <ImportRow key={one.id} one={one} />
      ))}
    </ul>
  );
  return (
    <StaffPage current="import">
      <UploadForm problem={problem} />
      <h2 className="mt-8 text-lg">{t("importStaff.list")}</h2>
      {imports.length === 0 && <p className="mt-3 text-muted">{t("importStaff.none")}</p>}
      {imports.length > 0 && (imports.some(({ state }) => isMoving(state)) ? <page-watch>{list}</page-watch> : list)}
      {next && (
        <p className="mt-4">
          <a href={`/staff/import?before=${next}`}>{t("importStaff.older")}</a>
        </p>
      )}
    </StaffPage>
  );
}
