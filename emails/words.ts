/** The words of a language: the one thing, and only as a type, that mails take from the app. */
export type { Words } from "~/i18n";

/** A mail, ready to be handed over. */
export interface Mail {
  subject: string;
  html: string;
  text: string;
}
