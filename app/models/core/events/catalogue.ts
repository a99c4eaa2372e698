import { attachmentEvents } from "./catalogue/attachments";
import { boardEvents } from "./catalogue/boards";
import { changelogEvents } from "./catalogue/changelog";
import { commentEvents } from "./catalogue/comments";
import { companyEvents } from "./catalogue/companies";
import { exportEvents } from "./catalogue/exports";
import { figureEvents } from "./catalogue/figures";
import { freshdeskEvents } from "./catalogue/freshdesk";
import { importEvents } from "./catalogue/imports";
import { viewEvents } from "./catalogue/inbox";
import { invitationEvents } from "./catalogue/invitations";
import { mailEvents } from "./catalogue/mail";
import { noteEvents } from "./catalogue/notes";
import { postEvents } from "./catalogue/posts";
import { roadmapEvents } from "./catalogue/roadmaps";
import { savedReplyEvents } from "./catalogue/saved-replies";
import { settingsEvents } from "./catalogue/settings";
import { subscriberEvents } from "./catalogue/subscriptions";
import { supporterEvents } from "./catalogue/supporters";
import { synonymsEvents } from "./catalogue/synonyms";
import { tagEvents } from "./catalogue/tags";
import { userEvents } from "./catalogue/users";

/** Every type of event there is, `noun.past_participle`, and all that is to be known of it. */
export const catalogue = {
  ...attachmentEvents,
  ...boardEvents,
  ...changelogEvents,
  ...commentEvents,
  ...companyEvents,
  ...figureEvents,
  ...exportEvents,
  ...freshdeskEvents,
  ...importEvents,
  ...invitationEvents,
  ...viewEvents,
  ...mailEvents,
  ...noteEvents,
  ...postEvents,
  ...savedReplyEvents,
  ...roadmapEvents,
  ...settingsEvents,
  ...subscriberEvents,
  ...supporterEvents,
  ...synonymsEvents,
  ...tagEvents,
  ...userEvents,
};
