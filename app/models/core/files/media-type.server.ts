/** What the content of a file says that it is, whatever its name says. */
export async function readMediaType(file: string): Promise<string> {
  const { fileTypeFromFile } = await import("file-type");
  // One that is built to break its reader is a file like any other.
  const found = await fileTypeFromFile(file).catch(() => undefined);
  return found?.mime ?? "application/octet-stream";
}

/** Pictures that are made anew and shown; all else can only be downloaded. */
const pictures = new Set(["image/jpeg", "image/png", "image/apng", "image/gif", "image/webp", "image/avif"]);

export const isPicture = (mediaType: string): boolean => pictures.has(mediaType);
