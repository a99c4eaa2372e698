import { anyOf, bareLine } from "./bare-line";

/** "Original message", between dashes. */
const originals = [
  "Original Message",
  "Original Appointment",
  "Original E-?mail",
  "Reply message",
  "Antwort Nachricht",
  "Ursprüngliche Nachricht",
  "Urspr\\. Nachricht",
  "Originalnachricht",
  "Original-Nachricht",
  "Original Nachricht",
  "Ursprünglicher Termin",
  "Message d.origine",
  "Message original",
  "Message initial",
  "Mensaje original",
  "Messaggio originale",
  "Mensagem original",
  "Oorspronkelijk bericht",
  "Origineel bericht",
  "Wiadomość oryginalna",
  "Oryginalna wiadomość",
  "Wiadomość pierwotna",
  "Ursprungligt meddelande",
  "Originalmeddelande",
  "Original meddelande",
  "Opprinnelig melding",
  "Original melding",
  "Oprindelig besked",
  "Oprindelig meddelelse",
  "Original meddelelse",
  "Alkuperäinen viesti",
  "Původní zpráva",
  "Původní e-mail",
  "Pôvodná správa",
  "Orijinal Mesaj",
  "Orijinal İleti",
  "Özgün İleti",
  "Исходное сообщение",
  "Оригинальное сообщение",
  "Первоначальное сообщение",
  "Оригінальне повідомлення",
  "原始邮件",
  "原始郵件",
  "原始信件",
  "原邮件",
  "元のメッセージ",
  "オリジナルメッセージ",
  "Original-Mail",
  "원본 메시지",
  "원본 메일",
  "원래 메시지",
  "Αρχικό μήνυμα",
  "Eredeti üzenet",
  "Mesajul original",
  "Mesaj original",
  "Izvorna poruka",
  "Missatge original",
  "הודעה מקורית",
  "الرسالة الأصلية",
  "Pesan Asli",
];

/** "Forwarded message", between dashes or alone with a colon. */
const forwards = [
  "Forwarded Message",
  "Forwarded mail",
  "Forwarded by .{1,100}",
  "Begin forwarded message",
  "Weitergeleitete Nachricht",
  "Anfang der weitergeleiteten Nachricht",
  "Anfang der weitergeleiteten E-Mail",
  "Message transféré",
  "Message transmis",
  "Début du message transféré",
  "Début du message réexpédié",
  "Mensaje reenviado",
  "Inicio del mensaje reenviado",
  "Messaggio inoltrato",
  "Inizio messaggio inoltrato",
  "Mensagem encaminhada",
  "Mensagem reencaminhada",
  "Início da mensagem encaminhada",
  "Início da mensagem reencaminhada",
  "Doorgestuurd bericht",
  "Begin doorgestuurd bericht",
  "Przekazana wiadomość",
  "Wiadomość przekazana",
  "Treść przekazanej wiadomości",
  "Początek przekazywanej wiadomości",
  "Vidarebefordrat meddelande",
  "Vidarebefordrat brev",
  "Börja vidarebefordrat meddelande",
  "Videresendt melding",
  "Videresendt meddelelse",
  "Videresendt besked",
  "Start på videresendt besked",
  "Videresendt melding",
  "Edelleenlähetetty viesti",
  "Välitetty viesti",
  "Välitetty viesti alkaa",
  "Přeposlaná zpráva",
  "Přeposlaný e-mail",
  "Začátek přeposílané zprávy",
  "Yönlendirilen ileti",
  "İletilen ileti",
  "İleti başlangıcı",
  "Пересылаемое сообщение",
  "Пересланное сообщение",
  "Начало переадресованного сообщения",
  "Перенаправленное сообщение",
  "转发的邮件",
  "转发邮件",
  "转发邮件信息",
  "轉寄郵件",
  "Forwarded Message",
  "転送されたメッセージ",
  "転送メッセージ",
  "전달된 메시지",
  "전달된 메일",
  "Προωθημένο μήνυμα",
  "Továbbított üzenet",
  "Mesaj redirecționat",
  "Proslijeđena poruka",
  "Missatge reenviat",
];

/** What help desks put above the mail that is answered. */
const replyAbove = [
  "reply above this line",
  "type your reply above",
  "antworten sie .{0,20}(?:oberhalb|über) dieser",
  "antworten .{0,20}oberhalb dieser",
  "répondre au-dessus de cette ligne",
  "répondez au-dessus de cette ligne",
  "écri(?:re|vez) .{0,30}au-dessus de cette ligne",
  "responda? .{0,20}encima de esta línea",
  "rispondi(?:re)? .{0,20}sopra questa",
  "responda .{0,20}acima desta linha",
  "antwoord boven deze",
];

const original = new RegExp(
  `^[>| ]*(?:[-_=—–]{2,} ?${anyOf(originals)} ?[-_=—–]* ?:?|[-_=—–]* ?${anyOf(originals)} ?[-_=—–]{2,}):?$`,
  "iu",
);
const forward = new RegExp(`^(?:[-_=—–]{2,} ?${anyOf(forwards)} ?[-_=—–:：]*|${anyOf(forwards)} ?[:：])$`, "iu");
const above = new RegExp(
  `^[#*=–—_ -]*(?:please |bitte |veuillez |por favor,? )?.{0,12}${anyOf(replyAbove)}.{0,60}$`,
  "iu",
);

/** A line after which everything is the mail that is answered. */
export function isSeparator(line: string): boolean {
  const bare = bareLine(line);
  return bare.length <= 150 && (original.test(bare) || above.test(bare));
}

/** A line after which comes a mail that the person passes on. */
export function isForward(line: string): boolean {
  const bare = bareLine(line);
  return bare.length <= 150 && forward.test(bare);
}

/** Whether a subject says that the mail passes another one on. */
export const isForwardSubject = (subject: string): boolean =>
  /^\s*(?:\[[^\]]{1,60}\]\s*)?(?:Fwd?|WG|Wtr|TR|RV|I|Inoltr?|ENC|Enc|Doorst|FS|VS|VB|VL|PD|Podaj dalej|İLT|ilt|Ynt-|Пересл|FW|转发|轉寄|転送|전달|ΠΡΘ|Továbbítás)\s*[:：]/iu.test(
    subject.slice(0, 200),
  );
