import { anyOf, bareLine } from "./bare-line";
import { isDisclaimer, isListFooter } from "./disclaimer";

/** What phones and mail programs put under a mail; {@link device} stands for the rest of the line. */
const device = ".{1,80}";
const advertisements = [
  `Sent (?:from|via|with|using) (?:my |the |a )?${device}`,
  `(?:Get )?Outlook for ${device}`,
  `Get ${device} for (?:iOS|Android|Mac)`,
  `Sent on the (?:go|move)${device}`,
  `Von (?:meinem|meiner|mein|unterwegs|mobil)? ?${device} gesendet`,
  `Gesendet (?:von|mit|über|aus) ${device}`,
  `Von mir gesendet ${device}`,
  `Diese Nachricht wurde von meinem ${device} gesendet`,
  `(?:Holen|Laden) Sie sich Outlook ${device}`,
  `Outlook für ${device}`,
  `Mobil gesendet`,
  `Envoyé (?:depuis|de|à partir de|avec|par) ${device}`,
  `Télécharge[rz] Outlook ${device}`,
  `Obtenez Outlook ${device}`,
  `Obtenir Outlook ${device}`,
  `Enviado (?:desde|do|de|a partir do|pelo|con|com|via|mediante) ${device}`,
  `Obt[ée]n(?:er|ha)? (?:o )?Outlook ${device}`,
  `Obter (?:o )?Outlook ${device}`,
  `Consigue Outlook ${device}`,
  `Inviato (?:da|dal|dall.|con|tramite) ?${device}`,
  `Ottieni Outlook ${device}`,
  `Scarica Outlook ${device}`,
  `(?:Verzonden|Verstuurd|Verstuurt|Gestuurd) (?:vanaf|met|via|van|vanuit) ${device}`,
  `Outlook voor ${device}`,
  `Download Outlook ${device}`,
  `Skickat (?:från|via|med) ${device}`,
  `Hämta Outlook ${device}`,
  `Skaffa Outlook ${device}`,
  `Sendt (?:fra|via|med) ${device}`,
  `(?:Hent|Få|Skaff) Outlook ${device}`,
  `Lähetetty ${device}`,
  `Hanki Outlook ${device}`,
  `Wysłan[eoay] (?:z|ze|za pomocą|przez) ${device}`,
  `Pobierz (?:program )?Outlook ${device}`,
  `Uzyskaj Outlook ${device}`,
  `(?:Odesláno|Odoslané|Odeslané) (?:z|ze|pomocí|zo) ${device}`,
  `Získat Outlook ${device}`,
  `Stáhnout Outlook ${device}`,
  `${device}(?:.mdan|.mden|dan|den|tan|ten) gönderildi`,
  `${device} tarafından gönderildi`,
  `(?:iOS|Android) için Outlook.{0,80}`,
  `Отправлено (?:с|из|со|через) ${device}`,
  `Надіслано (?:з|із) ${device}`,
  `Скачать Outlook ${device}`,
  `Загрузить Outlook ${device}`,
  `从我的 ?${device}发送`,
  `发自(?:我的)? ?${device}`,
  `來自我的 ?${device}`,
  `從我的 ?${device}(?:傳送|寄出)`,
  `发送自 ?${device}`,
  `获取适用于 ${device}`,
  `${device}から送信`,
  `${device}から送信されました`,
  `${device}を入手`,
  `나의 ?${device}에서 보냄`,
  `내 ?${device}에서 보냄`,
  `${device}에서 보냄`,
  `Στάλθηκε από ${device}`,
  `Εστάλη από ${device}`,
  `Αποστολή από ${device}`,
  `Λήψη του Outlook ${device}`,
  `Küldve ${device}`,
  `Elküldve ${device}`,
  `Trimis (?:de pe|din) ${device}`,
  `Enviat (?:des|del) ${device}`,
  `נשלח מה${device}`,
  `أرسلت من ${device}`,
  `أُرسلت من ${device}`,
  `Poslano s ${device}`,
  `Dikirim dari ${device}`,
];
const advertisement = new RegExp(`^[-_–—>( ]{0,4}${anyOf(advertisements)}$`, "iu");

/** The words before a name at the end. "Thanks" and the like say something. */
const closings = [
  "(?:(?:with |my |and |many thanks(?: and)?|thanks(?: and)?|thank you(?: and)?|&|best|kind|kindest|warm|warmest|very best)[ ,]*){0,4}regards",
  "best wishes",
  "cheers",
  "yours (?:sincerely|faithfully|truly)",
  "kind rgds",
  "rgds",
  "(?:mit )?(?:freundlichen?|besten?|herzlichen?|lieben?|schönen?|sonnigen?|vielen?) (?:grüßen?|grüssen?|gruß|gruss)(?: aus .{1,30})?",
  "mit freundlicher empfehlung",
  "viele liebe grüße",
  "hochachtungsvoll",
  "mfg",
  "lg",
  "vg",
  "beste grüße(?: und .{1,30})?",
  "(?:bien |très |tres )?(?:\\p{L}{1,20} )?cordialement",
  "bien à vous",
  "bien à toi",
  "salutations(?: distinguées)?",
  "sincères salutations",
  "meilleures salutations",
  "bonne (?:journée|soirée|réception)",
  "amicalement",
  "(?:un )?(?:cordial(?:es)?|atento|afectuoso)? ?saludos?(?: cordial(?:es)?)?",
  "atentamente",
  "un abrazo",
  "(?:cordiali|distinti|cari) saluti",
  "cordialmente",
  "un saluto",
  "atenciosamente",
  "att\\.?",
  "(?:com os )?melhores cumprimentos",
  "cumprimentos",
  "abraços?",
  "(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?",
  "mvg",
  "groet(?:en|jes)?",
  "z poważaniem",
  "pozdrawiam",
  "pozdrowienia",
  "(?:med )?(?:vänliga?|vennlige?|venlig|bästa|beste|bedste|hjärtliga?|vänlig) (?:hälsning(?:ar)?|hilsen(?:er)?)",
  "mvh",
  "vh",
  "hälsningar",
  "hilsen",
  "(?:ystävällisin |parhain )?terveisin",
  "terv",
  "t\\.",
  "s pozdravem",
  "s pozdravom",
  "(?:se )?srdečně zdraví",
  "saygılarım(?:ız)?la",
  "iyi çalışmalar",
  "с уважением",
  "с наилучшими пожеланиями",
  "з повагою",
  "με εκτίμηση",
  "φιλικά",
  "üdvözlettel",
  "tisztelettel",
  "cu stimă",
  "cu respect",
  "lp",
  "s poštovanjem",
  "此致",
  "祝好",
  "顺祝商祺",
  "以上",
  "よろしくお願い(?:いた|致)します",
  "敬具",
  "감사합니다\\.? ?드림",
  "בברכה",
  "مع أطيب التحيات",
];
const closing = new RegExp(
  `^${anyOf(closings)}[ ,.!！,，。;–-]{0,4}(?:\\p{Lu}[\\p{L}.'’-]{0,20}(?: \\p{Lu}[\\p{L}.'’-]{0,20}){0,3})?$`,
  "iu",
);

/** Lines that a signature has under its dashes, under a closing, and how long they are. */
const mostUnder = { dashes: 40, closing: 12, rule: 8 } as const;
const longestLine = 110;

/** A line that says something. */
interface Line {
  bare: string;
  at: number;
  /** Which paragraph it belongs to. */
  paragraph: number;
}

/**
 * Where the signature begins among the lines from `start` to `end`, with all that follows it: disclaimers, and what
 * phones add; `end` where there is none. Of a mail that says nothing above (`isAlone`), a closing is what was written.
 */
export function signatureStart(
  lines: readonly string[],
  { start, end, isAlone }: { start: number; end: number; isAlone: boolean },
): number {
  const said = linesThatSay(lines, start, end);
  let isCode = false;
  for (const [index, { bare, at }] of said.entries()) {
    if (bare.startsWith("```")) isCode = !isCode;
    if (!isCode && startsSignature(said, index, isAlone && index === 0)) return at;
  }
  return end;
}

function linesThatSay(lines: readonly string[], start: number, end: number): Line[] {
  const said: Line[] = [];
  let paragraph = 0;
  for (let at = start; at < end; at++) {
    const bare = bareLine(lines[at] ?? "");
    if (bare === "") paragraph++;
    else said.push({ bare, at, paragraph });
  }
  return said;
}

const isDashes = (bare: string): boolean => /^(?:--|––|—)$/.test(bare);
const isAdvertisement = (bare: string): boolean => bare.length <= 120 && advertisement.test(bare);
const isRule = (bare: string): boolean => /^(?:_{2,}|-{3}|={4,}|-{10,})$/.test(bare);

function startsSignature(said: readonly Line[], index: number, isAlone: boolean): boolean {
  const bare = said[index]?.bare ?? "";
  const under = said.length - index - 1;
  if (isDashes(bare)) return under <= mostUnder.dashes;
  if (isAdvertisement(bare)) return !isAlone || under === 0;
  if (isRule(bare)) return isFooter(said, index);
  if (isAlone) return false;
  if (isListFooter(bare) || isDisclaimer(paragraphAt(said, index))) return isRestUnimportant(said, index);
  return bare.length <= 90 && closing.test(bare) && isShortRest(said, index, mostUnder.closing);
}

/** A rule ends the text where a mailing list's footer, a disclaimer or few short lines follow. */
function isFooter(said: readonly Line[], index: number): boolean {
  const under = said.slice(index + 1, index + 1 + mostUnder.dashes);
  if (under.length === 0 || said.length - index - 1 > mostUnder.dashes) return false;
  const words = under.map(({ bare }) => bare);
  if (words.slice(0, 4).some(isListFooter) || isDisclaimer(words.slice(0, 8).join(" "))) return true;
  return index > 0 && /^_+$/.test(said[index]?.bare ?? "") && isShortRest(said, index, mostUnder.rule);
}

/** Whether only few short lines follow, a name and where to find them, up to what else ends a mail. */
function isShortRest(said: readonly Line[], index: number, most: number): boolean {
  for (let under = index + 1; under < said.length; under++) {
    const bare = said[under]?.bare ?? "";
    if (isDashes(bare) || isAdvertisement(bare) || isDisclaimer(paragraphAt(said, under))) return true;
    if (under - index > most || bare.length > longestLine) return false;
    if (/[?？]/.test(bare) || /^(?:P\.? ?S\b|N\.?B\.?|PD:)/i.test(bare)) return false;
  }
  return true;
}

/** Lines after a disclaimer that are looked at. */
const mostAfter = 200;

/** Whether all that follows are disclaimers and short paragraphs. */
function isRestUnimportant(said: readonly Line[], index: number): boolean {
  if (said.length - index > mostAfter) return false;
  return said.slice(index).every((line, i) => {
    const isFirst = line.paragraph !== said[index + i - 1]?.paragraph;
    const paragraph = isFirst ? paragraphAt(said, index + i) : "";
    return paragraph.length <= 300 || isDisclaimer(paragraph);
  });
}

/** Lines of a paragraph that are looked at together. */
const mostTogether = 30;

/** The paragraph from this line on. */
function paragraphAt(said: readonly Line[], index: number): string {
  const { paragraph } = said[index] ?? {};
  return said
    .slice(index, index + mostTogether)
    .filter((line) => line.paragraph === paragraph)
    .map(({ bare }) => bare)
    .join(" ");
}
