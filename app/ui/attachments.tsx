import { type Attachment, filePath, sizesOf } from "~/models/feedback/attachments/attachment";
import { useWords } from "./frame";
import { Icon } from "./icon";

interface Props {
  files?: Attachment[];
  /** HTML of the text; what it shows itself is not shown again. */
  html?: string;
  /** What goes after their addresses, for somebody who reads by a link: such a text cannot show them itself. */
  search?: string;
}

/** What is attached to a text: pictures to look at, anything else to download. */
export function Attachments({ files = [], html = "", search = "" }: Props) {
  const left = files.filter(({ id, width }) => !width || search !== "" || !html.includes(`"${filePath(id)}"`));
  if (left.length === 0) return null;
  const [pictures, others] = [left.filter(({ width }) => width), left.filter(({ width }) => !width)];
  return (
    <div className="mt-3 space-y-3">
      {pictures.length === 1 && pictures.map((file) => <OnePicture key={file.id} file={file} search={search} />)}
      {pictures.length > 1 && (
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {pictures.map((file) => (
            <li key={file.id}>
              <a
                href={filePath(file.id, undefined, search)}
                className="block overflow-hidden rounded-lg border border-line"
              >
                <Picture file={file} search={search} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="flex flex-wrap gap-2 text-sm">
          {others.map((file) => (
            <li key={file.id} className="max-w-full">
              <FileLink file={file} search={search} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface One {
  file: Attachment;
  search?: string;
}

/** All of it, as large as there is room for. */
function OnePicture({ file, search }: One) {
  return (
    <a
      href={filePath(file.id, undefined, search)}
      className="block w-fit max-w-full overflow-hidden rounded-lg border border-line"
    >
      <img
        {...sourceOf(file, search)}
        alt={file.alt || file.name}
        sizes="(min-width: 48rem) 40rem, 100vw"
        className="h-auto max-h-96 w-auto max-w-full bg-sunken"
      />
    </a>
  );
}

/** At the size that fits; its place is kept until it is there. */
export function Picture({ file, search }: One) {
  return (
    <img
      {...sourceOf(file, search)}
      alt={file.alt || file.name}
      sizes="(min-width: 40rem) 16rem, 50vw"
      className="aspect-[4/3] h-auto w-full bg-sunken object-cover"
    />
  );
}

const sourceOf = (file: Attachment, search?: string) =>
  ({
    src: filePath(file.id, file.widths[0], search),
    srcSet: sizesOf(file, search),
    width: file.width ?? undefined,
    height: file.height ?? undefined,
    loading: "lazy",
    decoding: "async",
  }) as const;

export function FileLink({ file, search }: One) {
  const words = useWords();
  return (
    <a
      href={filePath(file.id, undefined, search)}
      download
      className="inline-flex max-w-full items-center gap-2 rounded-lg border border-line px-3 py-2 text-ink no-underline hover:border-edge hover:bg-sunken"
    >
      <Icon name="download" className="size-4 shrink-0 text-muted" />
      <bdi className="truncate">{file.alt || file.name}</bdi>
      <span className="shrink-0 text-muted">{words.bytes(file.bytes)}</span>
    </a>
  );
}
