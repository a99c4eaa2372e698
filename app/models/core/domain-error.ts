import type { TextsOf } from "~/i18n";

/** What a person may expect to go wrong: the name of a sentence in the `problems` of the catalogue. */
export type Problem = TextsOf<"problems">;

/** Those that are not answered by 422. */
const statuses: Partial<Record<Problem, number>> = {
  notFound: 404,
  malformed: 400,
  forbidden: 403,
  blocked: 403,
  addressUnverified: 403,
  invitationOver: 404,
  otherSite: 403,
  scopeMissing: 403,
  signInFirst: 401,
  accessTokenWrong: 401,
  signInAgain: 401,
  votingClosed: 409,
  postLocked: 409,
  postMerged: 409,
  movedMeanwhile: 409,
  ticketMerged: 409,
  ticketMovedMeanwhile: 409,
  ticketClosed: 409,
  onlyMessage: 409,
  ticketTaken: 409,
  saidMeanwhile: 409,
  escalationAsked: 409,
  escalationAnswered: 409,
  escalationNotNow: 409,
  idTaken: 409,
  settingsChangedMeanwhile: 409,
  lastAdmin: 409,
  lastPasskey: 409,
  lastWay: 409,
  passkeyNeeded: 409,
  tokenMade: 409,
  mailNotAgain: 409,
  writeNotAgain: 409,
  pageNotAgain: 409,
  addressSuppressed: 409,
  cardMovedMeanwhile: 409,
  columnGone: 409,
  columnFull: 409,
  statusDecides: 409,
  postNotFinishable: 409,
  draftChangedMeanwhile: 409,
  nothingToPublish: 409,
  articleArchived: 409,
  wordingsFull: 409,
  sectionUsed: 409,
  entryPublished: 409,
  entryNotPublished: 409,
  importTooLarge: 413,
  articlesNotReadable: 422,
  calendarTooLarge: 413,
  scheduleUsed: 409,
  importNotWaiting: 409,
  importDatesOpen: 409,
  importUnderWay: 409,
  fileTooLarge: 413,
  notJson: 415,
  fileBrokeOff: 400,
  storageFull: 507,
  storageAway: 503,
  scannerAway: 503,
  tooManyCodes: 429,
  tooManyRequests: 429,
  busy: 503,
};

/** An expected outcome that is not success. Turned into a page or a message in one place, app/http/outcomes. */
export class DomainError extends Error {
  readonly status: number;

  constructor(
    readonly code: Problem,
    /** `retryAfter`: seconds, where another try makes sense then. */
    readonly details: { field?: string; params?: Record<string, string | number>; retryAfter?: number } = {},
  ) {
    super(code);
    this.name = "DomainError";
    this.status = statuses[code] ?? 422;
  }
}
