import type { User } from "../../core/users/viewer";

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

/** Somebody without an account: which browser they use, hashed. */
export interface Guest {
  guest: string;
}

/** Whose a file is that belongs to nothing yet. */
export type FileOwner = Pick<User, "id"> | Guest;

/** The same, for what only an account may do. */
export type FileSender = User | Guest;

export const isGuest = (owner: FileOwner): owner is Guest => "guest" in owner;

/** What became of the files that came with a form. */
export interface FormFiles {
  /** They wait for the form to be sent again. */
  kept: Attachment[];
  refused: { name: string; sentence: string }[];
}

/** The address of a file, or of a smaller size of a picture. */
export const filePath = (id: string, width?: number, search = ""): string =>
  `/files/${id}${width ? `/${width}` : ""}${search}`;

/** The sizes of a picture, for a browser to choose from. */
export const sizesOf = ({ id, width, widths }: Pick<Attachment, "id" | "width" | "widths">, search = ""): string =>
  [...widths.map((one) => `${filePath(id, one, search)} ${one}w`), `${filePath(id, undefined, search)} ${width}w`].join(
    ", ",
  );
