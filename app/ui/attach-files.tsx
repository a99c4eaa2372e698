import { useFrame } from "./frame";

/** Lets files be added to a text that is being written, where there is JavaScript; else they are attached afterwards. */
export function AttachFiles({ draft }: { draft: string }) {
  const { words, settings } = useFrame();
  const { t } = words;
  if (settings.filesPerText === 0) return null;
  const gap = { name: "{{name}}" };
  return (
    <attach-files
      data-draft={draft}
      data-uploading={t("files.uploading", gap)}
      data-done={t("files.done", gap)}
      data-failed={t("files.failed", gap)}
      data-cancel={t("files.cancel")}
      data-remove={t("files.remove")}
      data-insert={t("files.insert")}
      data-wait={t("files.wait")}
    >
      <template>
        <div className="rounded-lg border border-dashed border-edge/60 p-3 text-sm text-muted">
          <label className="block">
            {t("files.drop")} <span className="text-accent underline">{t("files.browse")}</span>
            <input type="file" multiple className="sr-only" />
          </label>
          <ul className="mt-2 space-y-1 empty:hidden text-ink" />
        </div>
      </template>
    </attach-files>
  );
}
