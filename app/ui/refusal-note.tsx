import { useWords } from "./frame";

/** Why an entry could not be published when its time came: a problem, and what fills in its sentence. */
export interface Refusal {
  code: string;
  params: Record<string, string | number>;
}

export function RefusalNote({ refusal: { code, params } }: { refusal: Refusal }) {
  const { t } = useWords();
  return (
    <p className="mt-2 rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
      {t("changelogStaff.refused")} {String(t(`problems.${code}` as never, params as never))}
    </p>
  );
}
