import type { Question } from "./questions";
import type { BenchPost } from "./read-posts";

/** Questions in other words for the same thing, and the beginning of the title that is meant. */
const english: [string, string][] = [
  ["night mode", "A dark theme that follows the system"],
  ["dark mode", "A dark theme that follows the system"],
  ["night theme", "A dark theme that follows the system"],
  ["change hotkeys", "Let me change the keyboard shortcuts"],
  ["hot keys", "Let me change the keyboard shortcuts"],
  ["key bindings", "Let me change the keyboard shortcuts"],
  ["e-book notebook", "Export a notebook as EPUB"],
  ["biometric login", "Lock the app with a fingerprint or face"],
  ["touch id", "Lock the app with a fingerprint or face"],
  ["split view", "Two notes side by side"],
  ["cli", "A command line client"],
  ["terminal client", "A command line client"],
  ["e2ee", "End-to-end encryption for chosen notebooks"],
  ["encrypt notebooks", "End-to-end encryption for chosen notebooks"],
  ["revision history", "Keep older versions of a note for longer than thirty days"],
  ["text to speech", "Read a note aloud"],
  ["tts", "Read a note aloud"],
  ["stylus", "Handwriting with a pen on tablets"],
  ["rate limit", "Tell clients how many requests they have left"],
  ["api key expires", "Access tokens expire after one hour"],
  ["offline sync", "Sync over the local network, without the cloud"],
  ["lan sync", "Sync over the local network, without the cloud"],
  ["duplicate tags", "Tags are there twice after an import"],
  ["freezes typing", "Typing lags in notes of more than 20,000 words"],
  ["slow typing", "Typing lags in notes of more than 20,000 words"],
  ["app closes shared notebook", "Crash when opening a shared notebook on an old phone"],
  ["power consumption overnight", "The battery drains overnight since 2.14"],
  ["audio notes stop", "Voice memos stop after ten minutes"],
  ["homescreen", "A home screen widget with today's note"],
  ["canned response", "A standard answer for"],
  ["vim", "Modal editing with the keys of vi"],
  ["wiki links", "Link notes to each other with [[double brackets]]"],
  ["feature flags", "Let us switch single experiments on and off"],
  ["tax on prices", "Show prices with VAT before the checkout"],
  ["ocr", "Find words inside of PDFs and pictures"],
  ["rotate phone", "Landscape on phones"],
];

/** Posts of our own with a question each, as people who speak of it differently would put it. */
const own: [string, string][] = [
  ["Nachtmodus", "Dunkles Design für die App"],
  ["Hotkeys", "Tastaturkürzel frei belegen"],
  ["einloggen", "Anmelden mit dem Firmenkonto"],
  ["2FA", "Zwei-Faktor-Anmeldung für alle"],
  ["Foto hochladen", "Bilder an Beiträge anhängen"],
  ["Absturz beim Öffnen", "Programm stürzt beim Öffnen ab"],
  ["Kennwort vergessen", "Passwort lässt sich nicht zurücksetzen"],
  ["Mitteilungen stumm", "Benachrichtigungen stumm schalten"],
  ["Account löschen", "Benutzerkonto selbst löschen"],
  ["Handy", "Ansicht auf dem Smartphone ist zu breit"],
  ["runterladen", "Rechnungen als PDF herunterladen"],
  ["langsam", "Die Liste lädt sehr träge"],
  ["الوضع الليلي", "مظهر داكن للتطبيق"],
  ["شورتكات", "اختصارات جديدة للمحرر"],
  ["تسجيل الدخول", "دخول بحساب الشركة"],
  ["التحقق بخطوتين", "مصادقة ثنائية للجميع"],
  ["رفع صور", "إرفاق الصور بالمشاركات"],
  ["كلمة السر", "نسيت كلمة المرور"],
  ["تنبيهات", "كتم الإشعارات ليلًا"],
  ["حذف الحساب", "إزالة حسابي نهائيًا"],
  ["جوال", "العرض على الهاتف واسع جدًا"],
  ["تنزيل الفواتير", "تحميل الفاتورة بصيغة PDF"],
  ["بطيء", "القائمة بطيئة التحميل"],
  ["إعدادات اللغة", "خيارات اللغة في القائمة"],
];

export const meantPosts: BenchPost[] = own.map(([, title]) => ({ key: `own ${title}`, title, body: "" }));

export function otherWords(posts: BenchPost[]): Question[] {
  return [...english, ...own].map(([text, title]) => {
    const post = posts.find((one) => !one.key.includes("filler") && one.title.startsWith(title));
    if (!post) throw new Error(`No post is called ${title}.`);
    return { class: "other words", text, post: post.key };
  });
}
