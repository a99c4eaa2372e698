import { anyOf, bareLine, isBlank, isQuotedLine } from "./bare-line";

/** "wrote", as mail programs put it in the line above a quote. */
const verbs = [
  "wrote",
  "writes",
  "schrieb",
  "geschrieben",
  "schreibt",
  "écrit",
  "ecrit",
  "escribió",
  "escribio",
  "scritto",
  "scrive",
  "escreveu",
  "schreef",
  "geschreven",
  "napisał",
  "napisała",
  "napisał\\(a\\)",
  "napisał/a",
  "pisze",
  "skrev",
  "skrifaði",
  "kirjoitti",
  "napsal",
  "napsala",
  "napsal\\(a\\)",
  "napísal",
  "napísala",
  "napísal\\(a\\)",
  "yazdı",
  "написал",
  "написала",
  "написал\\(а\\)",
  "написа",
  "пишет",
  "писал",
  "писала",
  "написав",
  "έγραψε",
  "scris",
  "írta",
  "napisao",
  "napisala",
  "napisao/la",
  "va escriure",
  "escrigué",
  "rašė",
  "rakstīja",
  "kirjutas",
  "menulis",
  "viết",
  "je napisal",
  "wrote the following",
  "כתב",
  "כתבה",
  "‫כתב",
  "كتب",
  "نوشت",
  "sent",
];
/** In languages without spaces between words. */
const eastern = [
  "写道",
  "寫道",
  "写了",
  "写到",
  "のメッセージ",
  "のメール",
  "書きました",
  "書いた",
  "작성",
  "썼습니다",
  "썼다",
  "เขียน",
];
const verb = new RegExp(`(?<!\\p{L})${anyOf(verbs)}(?!\\p{L})|${anyOf(eastern)}`, "iu");
const endsInVerb = /(?<!\p{L})(?:wrote|écrit)$/iu;

/** How such a line begins, where it begins with a word. */
const starter =
  /^(?:On|Le|Am|El|Il|Em|No dia|A|Op|Den|Dne|Dňa|Dnia|W dniu|In data|På|Pe|Pada|Na|În|La|Vào|Στις|Від|В|在|Quoting|Zitat von|Citando|Citat|El dia|Missatge de|Mensaje de|Il giorno) ?/u;

const address = /[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/;
const time = /\d{1,2} ?[:.h時시点] ?\d{2}/;
const day = /\d{1,4} ?[-./年년] ?\d{1,2} ?[-./月월] ?\d{1,4}|(?<!\d)\d{1,2}\D{1,14}\d{4}|(?<!\d)\d{4}\D{1,14}\d{1,2}/;

/** Lines over which one may be wrapped, and characters. */
const mostLines = 5;
const longest = 600;

/**
 * How many lines the attribution of a quote takes that begins at this line, "On …, … wrote:"; 0 where none does. Where
 * no quoted lines follow, a sentence of the person's own could read like one: then more is asked for.
 */
export function attributionAt(lines: readonly string[], at: number): number {
  const first = bareLine(lines[at] ?? "");
  if (first === "" || isQuotedLine(first) || !mayBegin(first)) return 0;
  let joined = "";
  for (let count = 1; count <= mostLines && joined.length < longest; count++) {
    const line = lines[at + count - 1];
    if (isBlank(line) || (count > 1 && isQuotedLine(line ?? "") && !isEndOfAddress(line ?? ""))) return 0;
    joined = `${joined} ${bareLine(line ?? "")}`.trim();
    if (isBare(joined) && isQuotedLine(lines.slice(at + count, at + count + 4).find((next) => !isBlank(next)) ?? ""))
      return count;
    if (isAttribution(joined)) return isQuoteBelow(lines, at + count) || isCertain(joined) ? count : 0;
    if (/[.!?。！？]$/.test(joined) && !/\d\.$/.test(joined) && !/ \p{L}{1,5}\.$/u.test(joined)) return 0;
  }
  return 0;
}

/** `>:`, `> wrote:`: where a long address was wrapped. */
const isEndOfAddress = (line: string): boolean => /^>[^>]{0,30}[:：]\s*$/.test(line);

const mayBegin = (line: string): boolean =>
  starter.test(line) ||
  time.test(line) ||
  day.test(line) ||
  address.test(line) ||
  verb.test(line) ||
  /^[-_]{2,}/.test(line);

/** A date, a name and an address, and nothing that says that they wrote. */
const isBare = (joined: string): boolean => /^\d.*<[^<>\s]+@[^<>\s]+>$/.test(joined) && day.test(joined);

const isDashed = (joined: string): boolean => joined.startsWith("--") && joined.endsWith("--");

function isAttribution(joined: string): boolean {
  const line = joined.replace(/^[-_ ]+|[-_ ]+$/g, "");
  const isDated = time.test(line) || day.test(line);
  const hasAddress = address.test(line);
  if (/[:：]$/.test(line))
    return verb.test(line) || (isDated && hasAddress) || /^(?:Quoting|Zitat von|Citando) /.test(line);
  if (isDashed(joined)) return endsInVerb.test(line) || (isDated && hasAddress);
  return endsInVerb.test(line) && (hasAddress || isDated) && starter.test(line);
}

/** Whether it is one even where what follows is not marked as quoted. */
function isCertain(joined: string): boolean {
  if (isDashed(joined)) return true;
  const line = joined.replace(/^[-_ ]+/, "");
  if (address.test(line)) return time.test(line) || day.test(line) || verb.test(line);
  const begins = starter.test(line) || /^.{0,12}\d/.test(line) || new RegExp(anyOf(eastern)).test(line);
  return begins && day.test(line) && line.length <= 250;
}

/** Whether the next line that says something is a quoted one. */
export function isQuoteBelow(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from, from + 4).find((line) => !isBlank(line));
  return next !== undefined && (isQuotedLine(next) || next.startsWith("\uE000"));
}

/** Whether a quote begins with its own attribution. */
export function holdsAttribution(lines: readonly string[], start: number): boolean {
  const bare = lines.slice(start, start + mostLines).map((line) => line.replace(/^[> ]{1,20}/, ""));
  return attributionAt(bare, 0) > 0;
}

/** Whether the lines above a quote are its attribution in a language that nobody has listed: a date, and a colon. */
export const looksAttributed = (paragraph: string): boolean =>
  /[:：]$/.test(paragraph) && paragraph.length <= 250 && (time.test(paragraph) || day.test(paragraph));
