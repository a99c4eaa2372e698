import { mergeTexts } from "../merge";
import account from "./account.json";
import attachments from "./attachments.json";
import changelog from "./changelog.json";
import comments from "./comments.json";
import events from "./events.json";
import exports from "./exports.json";
import freshdesk from "./freshdesk.json";
import freshdeskPages from "./freshdesk-pages.json";
import imports from "./imports.json";
import inbox from "./inbox.json";
import insights from "./insights.json";
import invitations from "./invitations.json";
import mail from "./mail.json";
import notifications from "./notifications.json";
import operations from "./operations.json";
import personalData from "./personal-data.json";
import posts from "./posts.json";
import roadmap from "./roadmap.json";
import search from "./search.json";
import settings from "./settings.json";
import signInWays from "./sign-in-ways.json";
import site from "./site.json";
import staff from "./staff.json";
import teamwork from "./teamwork.json";

export default mergeTexts(
  account,
  attachments,
  changelog,
  comments,
  events,
  exports,
  freshdesk,
  freshdeskPages,
  imports,
  inbox,
  insights,
  invitations,
  mail,
  notifications,
  operations,
  personalData,
  posts,
  roadmap,
  search,
  settings,
  signInWays,
  site,
  staff,
  teamwork,
);
