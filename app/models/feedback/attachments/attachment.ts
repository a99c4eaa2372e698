/** What of a file is shown. */
export interface Attachment {
  id: string;
  name: string;
  bytes: number;
  /** Of pictures, which alone are shown. */
  width: number | null;
  height: number | null;
  /** In which it can be had besides. */
  widths: number[];
  alt: string;
}

/** What files belong to. */
export const places = ["post", "comment", "note"] as const;

export type PlaceKind = (typeof places)[number];

export interface Place {
  kind: PlaceKind;
  id: string;
}

/** What files belong to for good, once it is sent: nobody adds to it or takes from it. */
export interface Sent {
  kind: "ticketMessage";
  id: string;
}

/** Where a file may go: `draft` is a text that is still being written, by the id of its form. */
export interface Destination {
  kind: PlaceKind | "draft";
  id: string;
}

/** The address of a file, or of a smaller size of a picture. */
export const filePath = (id: string, width?: number, search = ""): string =>
  `/files/${id}${width ? `/${width}` : ""}${search}`;

/** The sizes of a picture, for a browser to choose from. */
export const sizesOf = ({ id, width, widths }: Pick<Attachment, "id" | "width" | "widths">, search = ""): string =>
  [...widths.map((one) => `${filePath(id, one, search)} ${one}w`), `${filePath(id, undefined, search)} ${width}w`].join(
    ", ",
  );
