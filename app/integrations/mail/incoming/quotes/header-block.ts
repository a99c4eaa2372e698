import { anyOf, bareLine, isBlank } from "./bare-line";

/** The names of headers as mail programs write them above a quoted mail. */
const names = {
  from: [
    "From",
    "Von",
    "De",
    "Da",
    "Van",
    "Od",
    "Från",
    "Fra",
    "Lähettäjä",
    "Kimden",
    "Gönderen",
    "От",
    "От кого",
    "Від",
    "Από",
    "发件人",
    "發件人",
    "寄件者",
    "寄件人",
    "差出人",
    "送信者",
    "送信元",
    "보낸 사람",
    "보낸사람",
    "발신",
    "Expéditeur",
    "Mittente",
    "Remitente",
    "Remetente",
    "Absender",
    "Feladó",
    "De la",
    "Expeditor",
    "Nadawca",
    "Odesílatel",
    "Odosielateľ",
    "Avsändare",
    "Avsender",
    "Afsender",
    "Afzender",
    "Šalje",
    "Pošiljatelj",
    "Από τον",
    "מאת",
    "من",
    "Saatja",
    "Nuo",
    "No",
    "Dari",
    "Từ",
    "จาก",
  ],
  date: [
    "Sent",
    "Date",
    "Sent on",
    "Sent at",
    "Gesendet",
    "Gesendet am",
    "Datum",
    "Envoyé",
    "Envoyé le",
    "Enviado",
    "Enviado el",
    "Enviada em",
    "Enviado em",
    "Enviado a",
    "Enviada",
    "Fecha",
    "Inviato",
    "Inviato il",
    "Data",
    "Verzonden",
    "Skickat",
    "Skickat den",
    "Sendt",
    "Dato",
    "Lähetetty",
    "Päivämäärä",
    "Päiväys",
    "Pvm",
    "Odesláno",
    "Odoslané",
    "Dátum",
    "Wysłano",
    "Wysłane",
    "Gönderildi",
    "Gönderilme",
    "Gönderilen",
    "Tarih",
    "Отправлено",
    "Отправлена",
    "Дата",
    "Надіслано",
    "Στάλθηκε",
    "Εστάλη",
    "Αποστολή",
    "Ημερομηνία",
    "发送时间",
    "發送時間",
    "寄件日期",
    "传送时间",
    "傳送時間",
    "已发送",
    "日期",
    "时间",
    "送信日時",
    "送信日",
    "日付",
    "日時",
    "보낸 날짜",
    "보낸날짜",
    "날짜",
    "보낸 시간",
    "Elküldve",
    "Trimis",
    "Poslano",
    "נשלח",
    "תאריך",
    "تاريخ الإرسال",
    "التاريخ",
    "Message du",
    "Saadetud",
    "Išsiųsta",
    "Dikirim",
    "Tanggal",
  ],
  to: [
    "To",
    "An",
    "À",
    "A",
    "Para",
    "Aan",
    "Naar",
    "Till",
    "Til",
    "Vastaanottaja",
    "Komu",
    "Do",
    "Kime",
    "Alıcı",
    "Кому",
    "Προς",
    "收件人",
    "收件者",
    "宛先",
    "받는 사람",
    "받는사람",
    "수신",
    "Destinataire",
    "Destinatario",
    "Destinatário",
    "Empfänger",
    "Címzett",
    "Către",
    "Pro",
    "Prima",
    "Za",
    "אל",
    "إلى",
    "Kam",
    "Kepada",
    "Mottagare",
    "Mottaker",
    "Modtager",
    "Ontvanger",
    "Saaja",
    "Adresat",
    "Příjemce",
  ],
  subject: [
    "Subject",
    "Betreff",
    "Objet",
    "Asunto",
    "Oggetto",
    "Onderwerp",
    "Ämne",
    "Emne",
    "Aihe",
    "Otsikko",
    "Předmět",
    "Predmet",
    "Temat",
    "Konu",
    "Тема",
    "Θέμα",
    "主题",
    "主旨",
    "主題",
    "件名",
    "제목",
    "Tárgy",
    "Subiect",
    "Assunto",
    "Assumpte",
    "נושא",
    "الموضوع",
    "Teema",
    "Tema",
    "Subjek",
    "Perihal",
    "Chủ đề",
  ],
  // Counts for nothing alone, and interrupts nothing.
  other: [
    "Cc",
    "Bcc",
    "Kopie",
    "Copie",
    "Copie à",
    "Copia",
    "CC",
    "Kopi",
    "Kopia",
    "Kopio",
    "抄送",
    "副本",
    "참조",
    "Копия",
    "Κοιν",
    "Másolat",
    "Bilgi",
    "DW",
    "Importance",
    "Reply-To",
    "Antwort an",
    "Répondre à",
    "Responder a",
    "Attachments",
    "Anlagen",
    "Pièces jointes",
    "Organization",
    "Priority",
    "Wichtigkeit",
    "Message-ID",
  ],
} as const;

type Kind = keyof typeof names;

const rules = (Object.keys(names) as Kind[]).map(
  (kind) => [kind, new RegExp(`^[>|_ ]*${anyOf(names[kind])} ?[:：]`, "iu")] as const,
);

const address = /[^\s<>"']+@[^\s<>"']+|mailto:/;
const date = /\d{1,2} ?[:.h時시点] ?\d{2}|\d{1,2}\D{1,14}\d{4}|\d{4}\D{1,14}\d{1,2}/;

/** Lines that such a block takes, wrapped ones and blank ones between included. */
const mostLines = 16;

/**
 * Whether the headers of a quoted mail begin at this line, as Outlook writes them: who, and two of when, to whom and
 * what of; or who with an address and one of these. "From: Berlin, To: Paris" is a person's own.
 */
export function startsHeaderBlock(lines: readonly string[], at: number): boolean {
  const first = kindOf(lines[at] ?? "");
  if (!first || first === "other") return false;
  const found = new Set<Kind>();
  let evidence = false;
  let gap = 0;
  for (const line of lines.slice(at, at + mostLines)) {
    const kind = kindOf(line);
    if (kind) {
      found.add(kind);
      evidence ||= address.test(line.slice(0, 400)) || (kind === "date" && date.test(line));
      gap = 0;
    } else if (++gap > 2) break;
    else evidence ||= address.test(line.slice(0, 400));
  }
  found.delete("other");
  if (!found.has("from")) return false;
  return found.size >= 3 ? evidence || found.has("subject") : found.size === 2 && evidence;
}

function kindOf(line: string): Kind | undefined {
  const bare = bareLine(line);
  if (bare === "") return undefined;
  return rules.find(([, rule]) => rule.test(bare))?.[0];
}

/** Lines of dashes and the like, and blank ones, that stand directly above: how far up they reach. */
export function startOfRule(lines: readonly string[], at: number): number {
  let start = at;
  for (let above = at - 1; above >= Math.max(0, at - 4); above--) {
    const bare = bareLine(lines[above] ?? "");
    if (isBlank(bare)) continue;
    if (!/^[-_=—–‐]{3,}$/.test(bare)) break;
    start = above;
  }
  return start;
}
