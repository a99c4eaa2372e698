import type { Sample } from "~/models/admin/imports/uploads/report";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";

/** The first posts of a file, as they would be here. */
export function Samples({ samples }: { samples: Sample[] }) {
  const { t, date } = useWords();
  if (samples.length === 0) return null;
  return (
    <div>
      <h3 className="font-medium">{t("importStaff.found.samples")}</h3>
      <ol className="mt-2 divide-y divide-line">
        {samples.map(({ title, kind, status, board, tags, author, createdAt, beginning }) => (
          <li key={`${title} ${createdAt}`} className="space-y-1 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span dir="auto" className="min-w-0 font-medium wrap-anywhere">
                {title}
              </span>
              <StatusBadge status={status} />
            </p>
            <p className="text-sm text-muted">
              {t(`kind.${kind}`)}
              {[board, ...tags, ...(author ? [author] : [])].map((name) => (
                <span key={name}>
                  {" · "}
                  <bdi className="wrap-anywhere">{name}</bdi>
                </span>
              ))}
              {createdAt && ` · ${date(createdAt)}`}
            </p>
            {beginning && (
              <p dir="auto" className="line-clamp-2 text-sm wrap-anywhere">
                {beginning}
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
