/**
 * What a document is about, as documents are addressed: in one shape whatever it is, unlike a `Subject`, which has a column
 * for each kind.
 */
export interface DocumentSubject {
  kind: SubjectKind;
  id: string;
}

export type SubjectKind = "post";

/** A key for maps and sets, equal for equal subjects. */
export const keyOf = ({ kind, id }: DocumentSubject): string => `${kind} ${id}`;
