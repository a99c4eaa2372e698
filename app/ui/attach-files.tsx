import { button } from "./button";
import { control } from "./form";
import { useFrame, useWords } from "./frame";
import { Icon } from "./icon";

/**
 * Lets files be added to a text that is being written, where there is JavaScript; else they are attached afterwards, or,
 * with what nobody can add to, sent by mail.
 */
export function AttachFiles({ draft, isLater = true }: { draft: string; isLater?: boolean }) {
  const { words, settings, viewer } = useFrame();
  const { t } = words;
  const { filesPerText: count, megabytesPerFile: megabytes } = settings;
  // Whoever is not signed in yet has nothing that files could belong to.
  if (count === 0 || !viewer?.name) return null;
  const gap = { name: "{{name}}" };
  return (
    <attach-files
      data-draft={draft}
      data-most={count}
      data-megabytes={megabytes}
      data-done={t("files.done", gap)}
      data-failed={t("files.failed", gap)}
      data-too-many={t("problems.tooManyFiles", { count })}
      data-too-large={t("problems.fileTooLarge", { megabytes })}
      data-wait={t("files.wait")}
    >
      <template>
        <label className="flex cursor-pointer gap-3 rounded-lg border border-dashed border-edge/60 p-3 text-sm text-muted focus-within:border-accent focus-within:outline-2 focus-within:outline-accent hover:border-edge">
          <Icon name="clip" className="mt-0.5 size-4 shrink-0" />
          <span>
            {t("files.drop")} <span className="text-accent underline">{t("files.browse")}</span>
            <span className="block">{t("files.limits", { count, megabytes })}</span>
          </span>
          <input type="file" multiple className="sr-only" />
        </label>
        <p aria-live="polite" className="sr-only" />
        <ul className="mt-3 space-y-3 empty:hidden" />
      </template>
      <template data-row>
        <Row />
      </template>
      <noscript>
        <p className="text-sm text-muted">{t(isLater ? "files.afterwards" : "files.byMail")}</p>
      </noscript>
    </attach-files>
  );
}

/** Of one file; app/browser/attach-files fills it in. */
function Row() {
  const { t } = useWords();
  return (
    <li className="flex gap-3 rounded-lg border border-line p-3 text-sm">
      <span className="grid size-16 shrink-0 place-items-center overflow-hidden rounded bg-sunken text-muted">
        <Icon name="clip" className="col-start-1 row-start-1" />
        <img data-part="thumbnail" alt="" hidden className="col-start-1 row-start-1 size-16 object-cover" />
      </span>
      <div className="min-w-0 grow space-y-2">
        <p className="flex items-start justify-between gap-2">
          <bdi data-part="name" className="min-w-0 truncate py-1.5" />
          <button type="button" data-part="remove" className={button("plain", "small")}>
            {t("files.remove")}
          </button>
        </p>
        <progress data-part="progress" max={1} value={0} aria-label={t("files.progress")} className="w-full" />
        <p data-part="problem" role="alert" className="text-danger empty:hidden" />
        <div data-part="picture" hidden className="space-y-2">
          <label className="block space-y-1">
            <span className="block">
              {t("files.alt")} <span className="block text-muted">{t("files.altHint")}</span>
            </span>
            <input data-part="alt" maxLength={300} dir="auto" className={control} />
          </label>
          <button type="button" data-part="insert" className="text-accent underline">
            {t("files.insert")}
          </button>
        </div>
      </div>
    </li>
  );
}
