export { readMail as default } from "./read-mail.server";
