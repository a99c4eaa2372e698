import type { Call } from "~/http/endpoint.server";
import type { Admitted } from "~/http/endpoint-guards.server";
import { csvHeader, csvLines } from "~/models/admin/exports/csv.server";
import { deskPeriods } from "~/models/insights/desk/desk-figures";
import { rowColumns, rowsOf } from "~/models/insights/desk/figure-rows";
import { findDeskFigures } from "~/models/insights/desk/find-desk-figures.server";

/** The figures of the support desk for a spreadsheet. */
export async function sendDeskFigures({ db, response, viewer, visit }: Call & Admitted): Promise<void> {
  const days = visit.query.oneOf("days", deskPeriods) ?? "30";
  const { figures, overTime } = await findDeskFigures(db, viewer, { days: Number(days) });
  const rows = rowsOf(figures, overTime).map((row) => rowColumns.map((_, i) => row[i] ?? null));
  response.type("csv").setHeader("Cache-Control", "no-store");
  response.attachment(`support-${days}-days.csv`);
  response.send(csvHeader([...rowColumns]) + csvLines(rows));
}
