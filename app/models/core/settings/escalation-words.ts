import type { Language } from "~/i18n/languages";

/** Characters of one language's list. */
export const longestWords = 4000;

/** What a portal begins with: said by a requester, one of these has a ticket go to the highest tier at once. */
export const firstEscalationWords: Record<Language, string> = {
  en: `breach
data leak
leaked
hacked
vulnerability
exploit
phishing
ransomware
unauthorized access
unauthorised access
identity theft
lawyer
attorney
lawsuit
legal action
sue
subpoena
GDPR
data protection authority`,
  de: `Datenleck
Datenpanne
Datenschutzverletzung
gehackt
Sicherheitslücke
Phishing
Erpressungstrojaner
unbefugter Zugriff
Identitätsdiebstahl
Anwalt
Anwältin
Rechtsanwalt
Rechtsanwältin
Klage
verklagen
rechtliche Schritte
Abmahnung
DSGVO
Datenschutzbehörde`,
  ar: `تسريب بيانات
تسريب البيانات
تسرب بيانات
تسرب البيانات
اختراق
الاختراق
اختُرق
ثغرة
ثغرة أمنية
الثغرة
تصيد
تصيّد احتيالي
برنامج فدية
وصول غير مصرح به
سرقة هوية
سرقة الهوية
محام
محامي
المحامي
محاميتي
دعوى
دعوى قضائية
مقاضاة
سأقاضيكم
إجراء قانوني
إجراءات قانونية`,
};
