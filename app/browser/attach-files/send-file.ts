/** A file that has arrived. */
export interface Sent {
  id: string;
  name: string;
  /** Of a picture. */
  width: number | null;
  height: number | null;
  widths: number[];
  alt: string;
}

interface Sending {
  draft: string;
  /** The key of a guest who reads by a link, as it stands behind an address. */
  search: string;
  file: File;
  /** Told how much of it has gone, from 0 to 1. */
  onProgress(share: number): void;
  signal: AbortSignal;
}

/** What it came to: the file, a sentence that says why not, or neither. */
interface Result {
  sent?: Sent;
  problem?: string;
}

/** Sends a file for a text that is being written. */
export function sendFile({ draft, search, file, onProgress, signal }: Sending): Promise<Result> {
  if (signal.aborted) return Promise.resolve({});
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append("file", file);
  signal.addEventListener("abort", () => request.abort());
  request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(loaded / total));
  request.open("POST", `/files?to=draft:${draft}&upload=${newId()}${search.replace("?", "&")}`);
  request.setRequestHeader("Accept", "application/json");
  request.send(body);
  return new Promise((resolve) => request.addEventListener("loadend", () => resolve(readAnswer(request.responseText))));
}

function readAnswer(text: string): Result {
  try {
    const { files, error } = JSON.parse(text);
    return { sent: files?.[0], problem: error };
  } catch {
    return {};
  }
}

/** As `crypto.randomUUID`, which is there with TLS only. */
const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-a$4-$5");
};

/** Asks for a change of a file; resolves to whether it was made. */
export async function changeFile(id: string, change: "alt" | "remove", fields = {}): Promise<boolean> {
  const headers = { Accept: "application/json" };
  // Also when the page is left at once.
  const asked = { method: "POST", headers, body: new URLSearchParams(fields), keepalive: true };
  const response = await fetch(`/files/${id}/${change}`, asked).catch(() => undefined);
  return response?.ok === true && !response.redirected;
}
