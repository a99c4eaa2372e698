/**
 * What a person may expect to go wrong. `code` names a sentence in the `problems` catalogue.
 */
export type Problem =
  | "notFound"
  | "malformed"
  | "forbidden"
  | "signInFirst"
  | "signInAgain"
  | "blocked"
  | "boardNotFound"
  | "tagNotFound"
  | "votingClosed"
  | "postLocked"
  | "postMerged"
  | "originalNotFound"
  | "mergeCircle"
  | "mergeAcrossBoards"
  | "illegalMove"
  | "movedMeanwhile"
  | "answerNeeded"
  | "notYourOpenPost"
  | "idTaken"
  | "replyToReply"
  | "codeWrong"
  | "codeExpired"
  | "proofNeeded"
  | "linkExpired"
  | "tooManyCodes"
  | "tooManyRequests"
  | "busy"
  | "lastAdmin"
  | "addressUnverified"
  | "providerAway"
  | "providerDeclined"
  | "providerWrong"
  | "signInLost"
  | "tokenWrong"
  | "tokenOld"
  | "tokenUsed"
  | "passkeyWrong"
  | "passkeyKnown"
  | "tooManyPasskeys"
  | "passkeyNeeded"
  | "lastPasskey"
  | "lastWay"
  | "ownPasskeyFirst"
  | "languageNotOffered"
  | "postingLimited"
  | "votingLimited"
  | "commentingLimited"
  | "notInvited"
  | "domainsMissing"
  | "invitationOver"
  | "adminByLink"
  | "statusOutOfReach"
  | "statusNotOffered"
  | "nameTaken"
  | "mailNotAgain"
  | "writeNotAgain"
  | "addressSuppressed"
  | "handleTaken"
  | "handleReserved"
  | "ticketNumberWrong"
  | "fieldUnknown"
  | "ruleImpossible"
  | "cardMovedMeanwhile"
  | "columnGone"
  | "columnFull"
  | "statusDecides"
  | "statusTaken"
  | "tooManyColumns"
  | "postNotFound"
  | "postNotFinishable"
  | "entryPublished"
  | "entryNotPublished"
  | "labelNotFound"
  | "momentWrong"
  | "momentPast"
  | "notOfTheTeam"
  | "templateUntouched"
  | "titleTaken"
  | "companiesEmpty"
  | "companiesColumns"
  | "companiesTooMany"
  | "companiesBroken"
  | "companiesNone"
  | "nothingChosen"
  | "importNoFile"
  | "importTooLarge"
  | "importNotWaiting"
  | "importDatesOpen"
  | "importUnderWay"
  | "noFile"
  | "fileTooLarge"
  | "fileBrokeOff"
  | "tooManyFiles"
  | "pictureBroken"
  | "pictureTooLarge"
  | "storageFull"
  | "storageAway"
  | "virusFound"
  | "scannerAway";

const statuses: Partial<Record<Problem, number>> = {
  notFound: 404,
  malformed: 400,
  forbidden: 403,
  blocked: 403,
  addressUnverified: 403,
  invitationOver: 404,
  signInFirst: 401,
  signInAgain: 401,
  votingClosed: 409,
  postLocked: 409,
  postMerged: 409,
  movedMeanwhile: 409,
  idTaken: 409,
  lastAdmin: 409,
  lastPasskey: 409,
  lastWay: 409,
  passkeyNeeded: 409,
  mailNotAgain: 409,
  writeNotAgain: 409,
  addressSuppressed: 409,
  cardMovedMeanwhile: 409,
  columnGone: 409,
  columnFull: 409,
  statusDecides: 409,
  postNotFinishable: 409,
  entryPublished: 409,
  entryNotPublished: 409,
  importTooLarge: 413,
  importNotWaiting: 409,
  importDatesOpen: 409,
  importUnderWay: 409,
  fileTooLarge: 413,
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
