import account from "./account.json";
import changelog from "./changelog.json";
import freshdesk from "./freshdesk.json";
import freshdeskPages from "./freshdesk-pages.json";
import inbox from "./inbox.json";
import mail from "./mail.json";
import notifications from "./notifications.json";
import operations from "./operations.json";
import personalData from "./personal-data.json";
import posts from "./posts.json";
import roadmap from "./roadmap.json";
import search from "./search.json";
import site from "./site.json";
import staff from "./staff.json";

export default {
  ...account,
  ...changelog,
  ...freshdesk,
  ...freshdeskPages,
  ...inbox,
  ...mail,
  ...notifications,
  ...operations,
  ...personalData,
  ...posts,
  ...roadmap,
  ...search,
  ...site,
  ...staff,
};
