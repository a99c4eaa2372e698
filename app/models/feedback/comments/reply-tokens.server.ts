import { addressToken, readAddressToken } from "../../core/signed-id.server";

/** What an answer by mail answers: the comment that a notification told of, or only the post on which there were several. */
export interface AnsweredByMail {
  notificationId: string;
  isOnlyOne: boolean;
}

const purposeOf = (isOnlyOne: boolean): string => (isOnlyOne ? "comment reply" : "post reply");

/** The token of `reply+TOKEN@…` in a mail that tells of comments: what its reader sends there becomes a comment of theirs. */
export const commentReplyToken = (secret: string, { notificationId, isOnlyOne }: AnsweredByMail): string =>
  addressToken(secret, purposeOf(isOnlyOne), notificationId);

/** What the mail told of whose reply address has this token, if the token is ours. */
export function readCommentReplyToken(secret: string, token: string): AnsweredByMail | undefined {
  for (const isOnlyOne of [true, false]) {
    const notificationId = readAddressToken(secret, purposeOf(isOnlyOne), token);
    if (notificationId) return { notificationId, isOnlyOne };
  }
}
