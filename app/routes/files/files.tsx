import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { requireId, requireUser } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { type Attachment, places } from "~/models/feedback/attachments/attachment";
import { findPlace } from "~/models/feedback/attachments/find-place.server";
import { FileLink, Picture } from "~/ui/attachments";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";

/** What is attached to a post, a comment or a note: to be added to, described, put in order and removed. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const kind = places.find((one) => one === args.params.kind);
  if (!kind) throw new DomainError("notFound");
  const { db, words, portal } = args.context;
  const place = { kind, id: requireId(args.params) };
  const { number, files } = await findPlace(db, viewer, place);
  const { filesPerText, megabytesPerFile } = portal.settings;
  return {
    head: { title: words.t(`files.headingOf.${kind}`), isPrivate: true },
    place,
    number,
    files,
    limits: { filesPerText, megabytesPerFile },
    upload: uuid(),
  };
}

export default function FilesPage() {
  const { t } = useWords();
  const { head, place, number, files, limits, upload } = useLoaderData<typeof loader>();
  const left = limits.filesPerText - files.length;
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{head.title}</h1>
      <p className="mt-1 text-sm">
        <a href={`/posts/${number}${anchorOf(place)}`} className="text-accent underline">
          {t("files.back", { number })}
        </a>
      </p>
      {files.length === 0 && <p className="mt-5 text-muted">{t("files.none")}</p>}
      <ol className="mt-5 space-y-4">
        {files.map((file, i) => (
          <li key={file.id} className={`${card} p-4`}>
            <FileForms file={file} isFirst={i === 0} />
          </li>
        ))}
      </ol>
      {left > 0 && <UploadForm {...{ place, upload, limits }} />}
    </div>
  );
}

const anchorOf = ({ kind, id }: { kind: string; id: string }): string =>
  kind === "post" ? "" : kind === "note" ? `?stay#note-${id}` : `#comment-${id}`;

interface Upload {
  place: { kind: string; id: string };
  upload: string;
  limits: { filesPerText: number; megabytesPerFile: number };
}

function UploadForm({ place, upload, limits }: Upload) {
  const { t } = useWords();
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/files?to=${place.kind}:${place.id}&upload=${upload}`}
      className="mt-6 space-y-3"
    >
      <label htmlFor="file" className="block text-sm font-medium">
        {t("files.choose")}
      </label>
      <input id="file" type="file" name="file" multiple aria-describedby="file-hint" className={control} />
      <p id="file-hint" className="text-sm text-muted">
        {t("files.limits", { count: limits.filesPerText, megabytes: limits.megabytesPerFile })}
      </p>
      <button type="submit" className={button()}>
        {t("files.upload")}
      </button>
    </form>
  );
}

function FileForms({ file, isFirst }: { file: Attachment; isFirst: boolean }) {
  const { t } = useWords();
  const id = `alt-${file.id}`;
  return (
    <div className="grid items-start gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
      {file.width ? <Picture file={file} /> : <FileLink file={file} />}
      <div className="space-y-3">
        <p className="text-sm break-words">
          <bdi>{file.name}</bdi>
        </p>
        <form method="post" action={`/files/${file.id}/alt`} className="space-y-1.5">
          <label htmlFor={id} className="block text-sm font-medium">
            {t("files.alt")}
          </label>
          <input
            id={id}
            name="alt"
            defaultValue={file.alt}
            dir="auto"
            aria-describedby={`${id}-hint`}
            className={control}
          />
          <p id={`${id}-hint`} className="text-sm text-muted">
            {t("files.altHint")}
          </p>
          <button type="submit" className={button("quiet", "small")}>
            {t("files.saveAlt")}
          </button>
        </form>
        <div className="flex flex-wrap items-start gap-2">
          {!isFirst && (
            <form method="post" action={`/files/${file.id}/earlier`}>
              <button
                type="submit"
                className={button("quiet", "small")}
                aria-label={t("files.earlier", { name: file.name })}
              >
                <Icon name="arrow-up" />
              </button>
            </form>
          )}
          <Confirmed
            label={t("files.remove")}
            question={t("files.removeQuestion", { name: file.name })}
            action={`/files/${file.id}/remove`}
            className={button("plain", "small")}
          />
        </div>
      </div>
    </div>
  );
}
