import type { IncomingMessage } from "node:http";

/** Bytes that a form may have around each of its files. */
const around = 10_000;

/** Whether a form says of itself that it has more in it than so many files of so many bytes. */
export const saysTooMuch = ({ headers }: Pick<IncomingMessage, "headers">, bytes: number, files = 1): boolean =>
  Number(headers["content-length"] ?? 0) > files * (bytes + around);
