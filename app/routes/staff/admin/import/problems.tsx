import type { UploadReport } from "~/models/admin/imports/uploads/report";
import { useWords } from "~/ui/frame";
import { useRemark, useRowFault } from "./labels";

/** What cannot be imported, row by row, and what becomes something else. */
export function Problems({ report: { remarks, refusals, refused } }: { report: UploadReport }) {
  const { t, number } = useWords();
  const rowFault = useRowFault();
  const sayRemark = useRemark();
  return (
    <>
      {remarks.length > 0 && (
        <div>
          <h3 className="font-medium">{t("importStaff.found.remarks")}</h3>
          <ul className="mt-2 list-disc space-y-1 ps-5 text-sm wrap-anywhere">
            {remarks.map(({ remark, count }) => (
              <li key={JSON.stringify(remark)}>
                {t("importStaff.found.times", { what: sayRemark(remark), rows: number(count) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {refusals.length > 0 && (
        <div>
          <h3 className="font-medium">{t("importStaff.found.refusals")}</h3>
          <ul className="mt-2 list-disc space-y-1 ps-5 text-sm wrap-anywhere">
            {refusals.map(({ line, fault }) => (
              <li key={`${line} ${fault.code}`}>
                {t("importStaff.found.line", { line: number(line) })} {rowFault(fault)}
              </li>
            ))}
          </ul>
          {refused > refusals.length && (
            <p className="mt-2 text-sm">{t("importStaff.found.more", { rest: number(refused - refusals.length) })}</p>
          )}
        </div>
      )}
    </>
  );
}
