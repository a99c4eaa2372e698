import { type Attachment, filePath, sizesOf } from "~/models/feedback/attachments/attachment";
import { useWords } from "./frame";
import { Icon } from "./icon";

/** What is attached to a text: pictures to look at, anything else to download. */
export function Attachments({ files = [] }: { files?: Attachment[] }) {
  if (files.length === 0) return null;
  const [pictures, others] = [files.filter(({ width }) => width), files.filter(({ width }) => !width)];
  return (
    <div className="mt-3 space-y-3">
      {pictures.length > 0 && (
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {pictures.map((file) => (
            <li key={file.id}>
              <a href={filePath(file.id)} className="block overflow-hidden rounded-lg border border-line">
                <Picture file={file} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="space-y-1 text-sm">
          {others.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** At the size that fits; its place is kept until it is there. */
export function Picture({ file }: { file: Attachment }) {
  return (
    <img
      src={filePath(file.id, file.widths[0])}
      srcSet={sizesOf(file)}
      sizes="(min-width: 40rem) 16rem, 50vw"
      width={file.width ?? undefined}
      height={file.height ?? undefined}
      alt={file.alt || file.name}
      loading="lazy"
      decoding="async"
      className="aspect-[4/3] h-auto w-full bg-sunken object-cover"
    />
  );
}

export function FileLink({ file }: { file: Attachment }) {
  const words = useWords();
  return (
    <a href={filePath(file.id)} download className="inline-flex items-center gap-1.5 text-accent underline">
      <Icon name="download" className="size-4" />
      <bdi>{file.alt || file.name}</bdi>
      <span className="text-muted">{words.bytes(file.bytes)}</span>
    </a>
  );
}
