import type { PostKind, PostStatus } from "#db/schema/feedback/posts";

/** The meanings that statuses of other portals have, whatever their names. */
export type Meaning =
  | "open"
  | "underReview"
  | "planned"
  | "confirmed"
  | "inProgress"
  | "shipped"
  | "declined"
  | "notReproducible";

export const statusOf: Record<Meaning, Record<PostKind, PostStatus>> = {
  open: { idea: "open", bug: "open" },
  underReview: { idea: "under_review", bug: "open" },
  planned: { idea: "planned", bug: "confirmed" },
  confirmed: { idea: "under_review", bug: "confirmed" },
  inProgress: { idea: "in_progress", bug: "in_progress" },
  shipped: { idea: "shipped", bug: "fixed" },
  declined: { idea: "declined", bug: "wont_fix" },
  notReproducible: { idea: "declined", bug: "not_reproducible" },
};

const words = (text: string): string[] => text.split(",");

/**
 * The usual words of other portals, trackers and tables, in the languages we speak. They are a proposal: a dry run shows
 * what becomes of each, and every one can be changed before the import.
 */
export const statusWords: Record<Meaning, string[]> = {
  open: [
    ...words(
      "open,new,opened,reopened,backlog,to do,todo,pending,submitted,received,inbox,triage,needs triage,untriaged",
    ),
    ...words("unassigned,not started,awaiting feedback,gathering feedback,collecting feedback,collecting votes,voting"),
    ...words("idea,ideas,on hold,paused,parked,deferred,postponed,icebox,later,someday,future,maybe,no status,none"),
    ...words(
      "offen,neu,eingereicht,eingegangen,unbearbeitet,nicht begonnen,zurückgestellt,rückstand,ausstehend,warteschlange",
    ),
    ...words("مفتوح,مفتوحة,جديد,جديدة,معلق,معلقة,قيد الانتظار,مؤجل,مؤجلة,لم يبدأ"),
  ],
  underReview: [
    ...words("under review,in review,review,reviewing,needs review,being reviewed,under consideration,considering"),
    ...words("in consideration,under evaluation,evaluating,investigating,under investigation,researching,in research"),
    ...words(
      "research,discovery,in discovery,exploring,in discussion,discussing,under discussion,acknowledged,needs info",
    ),
    ...words("in prüfung,wird geprüft,prüfung,unter prüfung,in begutachtung,in überlegung,wird erwogen,in diskussion"),
    ...words("wird untersucht,zur prüfung,قيد المراجعة,قيد الدراسة,قيد البحث,قيد النظر,تحت المراجعة,قيد النقاش"),
  ],
  planned: [
    ...words(
      "planned,planning,scheduled,accepted,approved,up next,next up,next,on roadmap,on the roadmap,roadmap,committed",
    ),
    ...words(
      "selected for development,ready for development,ready,ready to start,will do,prioritized,prioritised,queued",
    ),
    ...words("geplant,eingeplant,vorgesehen,angenommen,akzeptiert,genehmigt,als nächstes,auf der roadmap"),
    ...words("مخطط,مخطط له,مخططة,مخطط لها,مجدول,مجدولة,مقبول,مقبولة,موافق عليه,معتمد"),
  ],
  confirmed: [...words("confirmed,reproduced,verified bug,bestätigt,nachgestellt,مؤكد,مؤكدة,تم التأكيد")],
  inProgress: [
    ...words(
      "in progress,started,doing,active,working on it,work in progress,wip,in development,development,developing",
    ),
    ...words("being built,building,in the works,now,ongoing,under development,implementing,in implementation,coding"),
    ...words("in code review,code review,in qa,qa,in test,in testing,testing,in beta,beta,staging,partially shipped"),
    ...words(
      "in arbeit,in bearbeitung,in umsetzung,in entwicklung,wird umgesetzt,begonnen,angefangen,läuft,aktiv,im test",
    ),
    ...words("قيد التنفيذ,قيد العمل,قيد التطوير,قيد الإنجاز,قيد الاختبار,جار,جارٍ,جاري العمل,جار العمل عليه,بدأ"),
  ],
  shipped: [
    ...words("shipped,fixed,complete,completed,done,released,live,launched,deployed,delivered,implemented,resolved"),
    ...words("finished,available,now available,generally available,ga,in production,solved,closed as completed,merged"),
    ...words(
      "erledigt,fertig,fertiggestellt,umgesetzt,veröffentlicht,ausgeliefert,verfügbar,abgeschlossen,behoben,gelöst",
    ),
    ...words("live gegangen,freigegeben,تم,منجز,منجزة,مكتمل,مكتملة,اكتمل,تم الإنجاز,تم التنفيذ,تم الإصدار,تم الإطلاق"),
    ...words("تم النشر,صدر,متاح,متوفر,تم الحل,محلول,تم الإصلاح"),
  ],
  declined: [
    ...words(
      "declined,wont fix,won't fix,wontfix,closed,rejected,denied,refused,not planned,won't do,wont do,will not do",
    ),
    ...words(
      "will not implement,won't implement,not now,out of scope,canceled,cancelled,abandoned,archived,obsolete,invalid",
    ),
    ...words("as designed,by design,works as intended,working as intended,discarded,dropped,duplicate,dismissed"),
    ...words(
      "abgelehnt,verworfen,zurückgewiesen,nicht geplant,wird nicht umgesetzt,geschlossen,archiviert,abgebrochen",
    ),
    ...words("hinfällig,ungültig,duplikat,مرفوض,مرفوضة,ملغى,ملغاة,ملغي,مغلق,مغلقة,غير مخطط,لن يتم,لن ينفذ,مكرر,مؤرشف"),
  ],
  notReproducible: [
    ...words(
      "not reproducible,can't reproduce,cant reproduce,cannot reproduce,could not reproduce,unable to reproduce",
    ),
    ...words(
      "works for me,worksforme,nicht reproduzierbar,nicht nachstellbar,لا يمكن تكراره,تعذر تكراره,غير قابل للتكرار",
    ),
  ],
};
