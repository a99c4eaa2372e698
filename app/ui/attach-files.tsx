import type { FormFiles } from "~/models/feedback/attachments/attachment";
import { button } from "./button";
import { control } from "./form";
import { useFrame, useWords } from "./frame";
import { Icon } from "./icon";

interface Props {
  draft: string;
  /** Also somebody without an account may send files, and reads by a link with this after its address. */
  guests?: { search: string };
}

/**
 * Lets files be added to a text that is being written: with JavaScript they are sent at once, else they go along with its
 * form, which says so (`encType`).
 */
export function AttachFiles({ draft, guests }: Props) {
  const { words, settings, viewer, files } = useFrame();
  const { t } = words;
  const { filesPerText: count, megabytesPerFile: megabytes } = settings;
  // Whoever is not signed in yet has nothing that files could belong to.
  if (count === 0 || !(viewer?.name || guests)) return null;
  const gap = { name: "{{name}}" };
  return (
    <attach-files
      data-draft={draft}
      data-search={guests?.search}
      data-most={count}
      data-megabytes={megabytes}
      data-done={t("files.done", gap)}
      data-failed={t("files.failed", gap)}
      data-too-many={t("problems.tooManyFiles", { count })}
      data-too-large={t("problems.fileTooLarge", { megabytes })}
      data-wait={t("files.wait")}
    >
      <label className="flex cursor-pointer gap-3 rounded-lg border border-dashed border-edge/60 p-3 text-sm text-muted focus-within:border-accent focus-within:outline-2 focus-within:outline-accent hover:border-edge">
        <Icon name="clip" className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0 grow">
          <span className="noscript:hidden">
            {t("files.drop")} <span className="text-accent underline">{t("files.browse")}</span>
          </span>
          <span className="hidden noscript:inline">{t("files.choose")}</span>
          <span className="block">{t("files.limits", { count, megabytes })}</span>
          <input
            type="file"
            name="files"
            multiple
            className="sr-only file:underline noscript:not-sr-only noscript:mt-2 noscript:w-full noscript:text-ink"
          />
        </span>
      </label>
      {files && <Sent files={files} />}
      <p aria-live="polite" data-part="said" className="sr-only" />
      <ul data-part="rows" className="mt-3 space-y-3 empty:hidden" />
      <template data-row>
        <Row />
      </template>
    </attach-files>
  );
}

/** What has come with the form that is shown again: it is not to be chosen once more. */
function Sent({ files: { kept, refused } }: { files: FormFiles }) {
  const { t } = useWords();
  return (
    <div data-part="sent" className="mt-3 space-y-2 text-sm">
      {refused.length > 0 && (
        <ul className="space-y-1 text-danger">
          {refused.map(({ name, sentence }) => (
            <li key={name}>
              <bdi className="font-medium">{name}</bdi>: {sentence}
            </li>
          ))}
        </ul>
      )}
      {kept.length > 0 && (
        <fieldset>
          <legend className="font-medium">{t("files.kept")}</legend>
          {kept.map(({ id, name }) => (
            <label key={id} className="mt-1 flex items-center gap-2">
              <input type="checkbox" name="without" value={id} className="size-4 shrink-0 accent-accent" />
              <span className="min-w-0 break-words">{t("files.leaveOut", { name })}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
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
