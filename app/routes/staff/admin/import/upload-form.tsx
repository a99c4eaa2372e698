import { uploadLimits } from "~/models/admin/imports/uploads/limits";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";

/** A file to look at; `problem` says why the last one was not taken. */
export function UploadForm({ problem }: { problem: string | undefined }) {
  const { t, number } = useWords();
  return (
    <form
      method="post"
      action="/staff/import/files"
      encType="multipart/form-data"
      className={`${card} mt-5 max-w-xl space-y-4 p-5`}
    >
      <h2 className="text-lg">{t("importStaff.upload.title")}</h2>
      <div className="space-y-1.5">
        <label htmlFor="file" className="block text-sm font-medium">
          {t("importStaff.upload.file")}
        </label>
        <input
          id="file"
          type="file"
          name="file"
          accept=".csv,.tsv,.json,.jsonl,.zip"
          aria-describedby={problem ? "file-problem file-hint" : "file-hint"}
          aria-invalid={problem ? true : undefined}
          autoFocus={Boolean(problem)}
          className="block w-full text-sm"
        />
        {problem && (
          <p id="file-problem" role="alert" className="text-sm font-medium text-danger">
            {problem}
          </p>
        )}
        <p id="file-hint" className="text-sm text-muted">
          {t("importStaff.upload.hint", { megabytes: number(uploadLimits.bytes / 1_000_000) })}
        </p>
      </div>
      <button type="submit" className={button()}>
        {t("importStaff.upload.submit")}
      </button>
    </form>
  );
}
