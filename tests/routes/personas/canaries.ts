// Who may see what, written down once and by hand: nothing here is asked of the code under test.

/** Each with a session of its own; the visitor comes twice, so that what is kept of staff's pages would show. */
export const personas = {
  visitor: undefined,
  member: "cleo",
  author: "ben",
  voter: "dave",
  moderator: "milo",
  agent: "gus",
  maintainer: "mona",
  admin: "ada",
  "visitor again": undefined,
} as const;

export type Persona = keyof typeof personas;

const admins: Persona[] = ["admin"];
const maintainers: Persona[] = ["maintainer", ...admins];
const agents: Persona[] = ["agent", ...maintainers];
const staff: Persona[] = ["moderator", ...agents];
const members: Persona[] = ["member", "author", "voter", ...staff];
const everybody: Persona[] = ["visitor", ...members, "visitor again"];
const nobody: Persona[] = [];

/** Where a person finds what is theirs, whoever else may see it. */
const ownData = /^\/me\/data\/export$/;
/** What administrators take away is the whole portal, but for what opens doors. */
const wholePortal = /^\/staff\/export\/[\da-f-]+\.zip$/;

export interface Canary {
  by: Persona[];
  /** Whose words they are: whoever else may read them or not, they are among this person's own data. */
  writer?: Persona;
  /** Opens a door, or is nobody's business: not even in what administrators take away. */
  isSecret?: boolean;
}

const written = (by: Persona[], writer: Persona): Canary => ({ by, writer });
const secret: Canary = { by: nobody, isSecret: true };

/** A word for every text that is not everybody's, and some that are: those prove that the rest would be found. */
export const canaries: Record<string, Canary> = {
  kwxopentitle: { by: everybody },
  kwxopenbody: { by: everybody },
  kwxopencomment: { by: everybody },
  kwxopenreply: { by: everybody },
  kwxopenanswer: { by: everybody },
  kwxopennote: { by: everybody },
  kwxoldwords: { by: everybody },
  kwxduplicatecomment: { by: everybody },
  kwxpublishedtitle: { by: everybody },
  kwxpublishedbody: { by: everybody },

  kwxopenfile: { by: everybody },
  kwxmembersfile: { by: members },
  kwxstafffile: { by: staff },
  kwxnotefile: { by: maintainers },
  kwxdeletedfile: written(staff, "author"),
  kwxgonefile: written(nobody, "voter"),
  kwxremovedfile: written(nobody, "author"),
  kwxdraftfile: { by: ["author"] },

  kwxmembersboard: { by: members },
  kwxmemberstemplate: { by: members },
  kwxmemberstitle: { by: members },
  kwxmembersbody: { by: members },
  kwxmemberscomment: { by: members },
  kwxmembersroadmap: { by: members },

  filled_honeypot: { by: staff },
  sent_fast: { by: staff },
  kwxstaffboard: { by: staff },
  kwxstafftemplate: { by: staff },
  kwxstafftitle: { by: staff },
  kwxstaffbody: { by: staff },
  kwxstaffcomment: { by: staff },
  kwxstaffsteps: { by: staff },
  kwxstaffroadmap: { by: staff },
  kwxstaffnote: { by: staff },
  kwxreplytitle: { by: staff },
  kwxreplytext: { by: staff },
  kwxsynonymone: { by: staff },
  kwxsynonymother: { by: staff },

  /** Everybody's, until the post was moved to the staff's board; the voter was told of it before. */
  kwxmovedtitle: written(staff, "author"),
  kwxmovedbody: written(staff, "author"),
  kwxmovedcomment: { by: staff },
  kwxmovedoldwords: written(staff, "author"),
  /** What was merged into it, and what was freed again. */
  kwxburiedtitle: written(staff, "author"),
  kwxburiedbody: written(staff, "author"),
  kwxburiedcomment: { by: staff },
  kwxburiedoldwords: written(staff, "author"),
  kwxfreedtitle: { by: everybody },

  kwxdeletedtitle: written(staff, "author"),
  kwxdeletedbody: written(staff, "author"),
  kwxdeletedcomment: written(staff, "voter"),
  kwxgonebyauthor: written(nobody, "voter"),
  kwxgonebymoderator: written(nobody, "member"),
  kwxgonereply: written(nobody, "member"),
  kwxgoneoldwords: written(nobody, "voter"),

  kwxnote: { by: maintainers },
  kwxdrafttitle: { by: maintainers },
  kwxdraftbody: { by: maintainers },
  kwxscheduledtitle: { by: maintainers },
  kwxscheduledbody: { by: maintainers },
  kwxunpublishedtitle: { by: maintainers },
  kwxunpublishedbody: { by: maintainers },
  kwxoffroadmap: { by: maintainers },
  kwxoffcolumn: { by: maintainers },
  kwxoffnote: { by: maintainers },
  kwxoffsite: { by: maintainers },
  kwxcompanyname: { by: maintainers },
  kwxcompanydomain: { by: maintainers },
  kwxsharedview: { by: maintainers },
  kwxownview: { by: ["maintainer"] },
  kwxqueueview: { by: ["maintainer"] },

  kwxticketsubject: { by: agents },
  kwxtickettext: { by: agents },
  kwxticketcompany: { by: agents },
  kwxwriteanswer: { by: agents },

  kwxdesksubject: { by: ["author", "voter", ...agents] },
  kwxdeskbody: { by: ["author", "voter", ...agents] },
  kwxdeskanswer: { by: ["author", "voter", ...agents] },
  kwxdesknote: { by: agents },
  kwxdeskrestricted: { by: ["author", "agent", ...admins] },
  kwxdeskdeleted: written(agents, "author"),
  kwxdeskguestname: { by: agents },
  kwxdeskguestmail: { by: agents },
  kwxdeskguesttitle: { by: agents },

  kwxhelpopentitle: { by: everybody },
  kwxhelpopenbody: { by: everybody },
  kwxhelpmemberstitle: { by: members },
  kwxhelpmembersbody: { by: members },
  kwxhelpstafftitle: { by: staff },
  kwxhelpstaffbody: { by: staff },
  kwxhelpsection: { by: staff },
  /** Other wordings find an article; they are read where it is written. */
  kwxhelpopenwording: { by: agents },
  kwxhelpmemberswording: { by: agents },
  kwxhelpstaffwording: { by: agents },
  kwxhelpdrafttitle: { by: agents },
  kwxhelpdraftbody: { by: agents },
  kwxhelpdraftwording: { by: agents },
  kwxhelpnexttitle: { by: agents },
  kwxhelpnextbody: { by: agents },
  kwxhelpnextwording: { by: agents },
  kwxhelparchivedtitle: { by: agents },
  kwxhelparchivedbody: { by: agents },
  kwxhelparchivedwording: { by: agents },

  kwxmailada: { by: admins },
  kwxmailmona: { by: ["maintainer", ...admins] },
  kwxmailgus: { by: ["agent", ...admins] },
  kwxmailmilo: { by: ["moderator", ...admins] },
  /** Who has asked the support team something, or reads along, is known to those who answer. */
  kwxmailben: { by: ["author", ...agents] },
  kwxmailcleo: { by: ["member", ...admins] },
  kwxmaildave: { by: ["voter", ...agents] },
  kwxmailaddress: { by: admins, writer: "voter" },
  kwxmailsubject: { by: admins },
  kwxmailanswer: { by: admins },
  kwxsuppressed: { by: admins },
  kwximportfile: { by: admins },
  kwximportsample: { by: admins },
  kwximportsource: { by: admins },
  kwxsubscriber: { by: nobody },
  kwxsupporter: { by: nobody },

  /** Said once, edited away, and taken out of the history. */
  kwxtakenout: secret,
  kwxmailhtml: secret,
  kwxmailtext: secret,
  kwxsigninaddress: secret,
  kwxsigninnext: secret,
};

export function maySee(canary: string, persona: Persona, path: string): boolean {
  const { by, writer, isSecret = false } = canaries[canary] ?? secret;
  if (persona === "admin" && wholePortal.test(path)) return !isSecret;
  return by.includes(persona) || (persona === writer && ownData.test(path));
}
