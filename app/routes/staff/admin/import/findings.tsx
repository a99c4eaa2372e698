import { ignoredColumns } from "~/models/admin/imports/columns";
import type { Counted, UploadReport } from "~/models/admin/imports/uploads/report";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Counts } from "./counts";
import { useFormatName } from "./labels";
import { Problems } from "./problems";
import { Samples } from "./samples";

const separators: Record<string, "comma" | "semicolon" | "tab" | "bar"> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};
const mostShown = 20;

/** What a dry run found in a file. */
export function Findings({ report }: { report: UploadReport }) {
  const { t, number, list } = useWords();
  const formatName = useFormatName();
  const { csv, kinds, boards, tags, tagCount, hiddenComments, importedVotes } = report;
  const ignored = csv ? ignoredColumns(csv).filter(Boolean) : [];
  const separator = csv && separators[csv.separator];
  const byKind = kinds.map(([kind, count]) => [t(`kinds.${kind as "idea"}`), count]) as Counted;
  const facts = [
    [t("importStaff.found.format"), formatName(report.format)],
    ...(csv ? [[t("importStaff.found.written"), csv.encoding.toUpperCase()]] : []),
    ...(csv?.sample ? [[t("importStaff.found.sample"), csv.sample]] : []),
    ...(csv?.dates?.order && csv.dates.example
      ? [[t("importStaff.found.dates"), `${t(`importStaff.dates.${csv.dates.order}`)} (${csv.dates.example})`]]
      : []),
    ...(ignored.length > 0 ? [[t("importStaff.found.ignored"), list(ignored)]] : []),
    ...(separator ? [[t("importStaff.found.separated"), t(`importStaff.separator.${separator}`)]] : []),
  ] as [string, string][];
  return (
    <section aria-labelledby="found" className={`${card} mt-6 max-w-3xl space-y-4 p-5`}>
      <h2 id="found" className="text-lg">
        {t("importStaff.found.title")}
      </h2>
      {csv?.dates?.question && (
        <p role="alert" className="font-medium text-danger">
          {t("importStaff.fault.datesTwoWays", { value: csv.dates.question })}
        </p>
      )}
      <Counts counts={{ post: report.good, ...report.deeds, people: report.people, refused: report.refused }} />
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
        {facts.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
        <Fact name={t("importStaff.found.kinds")}>
          <Names some={byKind} total={byKind.length} />
        </Fact>
        <Fact name={t("importStaff.found.boards")}>
          <Names some={boards} total={boards.length} />
        </Fact>
        <Fact name={t("importStaff.found.tags")}>
          <Names some={tags} total={tagCount} />
        </Fact>
      </dl>
      {hiddenComments > 0 && <p>{t("importStaff.found.hidden", { comments: number(hiddenComments) })}</p>}
      {importedVotes > 0 && <p>{t("importStaff.found.votes", { votes: number(importedVotes) })}</p>}
      {report.good === 0 && <p role="alert">{t("importStaff.found.nothingGood")}</p>}
      <Samples samples={report.samples} />
      <Problems report={report} />
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

function Names({ some, total }: { some: Counted; total: number }) {
  const { t, number } = useWords();
  if (some.length === 0) return t("importStaff.found.nothing");
  const shown = some.slice(0, mostShown);
  const rest = total - shown.length;
  return (
    <>
      {shown.map(([name, count], i) => (
        <span key={name}>
          {i > 0 && " · "}
          <bdi>{name}</bdi> {number(count)}
        </span>
      ))}
      {rest > 0 && ` ${t("importStaff.found.more", { rest: number(rest) })}`}
    </>
  );
}
