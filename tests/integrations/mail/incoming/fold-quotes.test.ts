import { describe, expect, test } from "vitest";
import { foldQuotes } from "~/integrations/mail/incoming/quotes/fold-quotes";
import { isForwardSubject } from "~/integrations/mail/incoming/quotes/separators";

const own = "This is what I wrote.";
const textOf = (text: string) => foldQuotes(text).text;

const attributions = [
  "On Mon, Jan 15, 2024 at 2:30 PM Jane Doe <jane@shop.example> wrote:",
  "On Mon, Jan 15, 2024 at 2:30 PM Jane Doe\n<jane@shop.example>\nwrote:",
  "On 01/15/2024 02:30 PM, Jane Doe wrote:",
  "On Nov 26, 2013 you wrote:",
  "---- On Wed, 24 Jan 2024 14:02:50 +0530 jane@shop.example wrote ----",
  "Am Mo., 15. Jan. 2024 um 14:30 Uhr schrieb Jana <jana@shop.example>:",
  "Jana <jana@shop.example> hat am 15.01.2024 14:30 CET geschrieben:",
  "Am 15.01.24 um 14:30 schrieb Jana:",
  "Le lun. 15 janv. 2024 à 14:30, Jeanne <jeanne@shop.example>\na écrit :",
  "El lun, 15 ene 2024 a las 14:30, Juana (<juana@shop.example>) escribió:",
  "Il giorno lun 15 gen 2024 alle ore 14:30 Gianna <gianna@shop.example> ha scritto:",
  "Em seg., 15 de jan. de 2024 às 14:30, Joana <joana@shop.example> escreveu:",
  "Op ma 15 jan 2024 om 14:30 schreef Jannie <jannie@shop.example>:",
  "pon., 15 sty 2024 o 14:30 Janina <janina@shop.example> napisał(a):",
  "Den mån 15 jan. 2024 kl 14:30 skrev Jonna <jonna@shop.example>:",
  "tir. 15. jan. 2024 kl. 14:30 skrev Johanne <johanne@shop.example\n>:",
  "ma 15. tammik. 2024 klo 14.30 Jaana (jaana@shop.example) kirjoitti:",
  "po 15. 1. 2024 v 14:30 odesílatel Jana <jana@shop.example> napsal:",
  "Canan <canan@shop.example>, 15 Oca 2024 Pzt, 14:30 tarihinde şunu yazdı:",
  "在 2024年1月15日，14:30，张三 <zhang@shop.example> 写道：",
  "2024年1月15日(月) 14:30 山田 <yamada@shop.example>:",
  "2024년 1월 15일 (월) 오후 2:30, 홍길동 <hong@shop.example>님이 작성:",
  "пн, 15 янв. 2024 г. в 14:30, Жанна <zhanna@shop.example>:",
  "15.01.2024 14:30, Жанна пишет:",
  "Στις Δευ 15 Ιαν 2024 στις 2:30 μ.μ., ο χρήστης Ιωάννα <ioanna@shop.example> έγραψε:",
];

describe("what follows an attribution is quoted, marked as such or not", () => {
  test.each(attributions)("%j", (attribution) => {
    const marked = `${own}\n\n${attribution}\n\n> Please try again.`;
    const bare = `${own}\n\n${attribution}\n\nPlease try again.`;
    for (const mail of [marked, bare]) {
      expect(foldQuotes(mail)).toEqual({ text: own, quoted: mail.slice(own.length + 2) });
    }
  });
});

const headerBlocks = [
  "From: Jane <jane@shop.example>\nSent: Monday, January 15, 2024 2:30 PM\nTo: Ben\nSubject: Export",
  "*From:* Jane\n*Date:* Monday\n*To:* Ben\n*Subject:* Export",
  "Von: Jana\nGesendet: Montag\nAn: Ben\nBetreff: Export",
  "   De : Jeanne<mailto:jeanne@shop.example>\n   Envoyé le :lundi 15 janvier 2024 09:35\n   À : Ben\n   Objet :Export",
  "De: Juana\nEnviado el: lunes\nPara: Ben\nAsunto: Export",
  "Da: Gianna\nInviato: lunedì\nA: Ben\nOggetto: Export",
  "De: Joana\nEnviada em: segunda\nPara: Ben\nAssunto: Export",
  "Van: Jannie\nVerzonden: maandag\nAan: Ben\nOnderwerp: Export",
  "Od: Janina\nWysłano: poniedziałek\nDo: Ben\nTemat: Export",
  "Från: Jonna\nSkickat: måndag\nTill: Ben\nÄmne: Export",
  "Fra: Johanne\nDato: mandag\nTil: Ben\nEmne: Export",
  "Lähettäjä: Jaana\nLähetetty: maanantai\nVastaanottaja: Ben\nAihe: Export",
  "Od: Jana\nOdesláno: pondělí\nKomu: Ben\nPředmět: Export",
  "Kimden: Canan\nGönderildi: Pazartesi\nKime: Ben\nKonu: Export",
  "发件人: 张三\n发送时间: 2024年1月15日\n收件人: Ben\n主题: Export",
  "差出人: 山田\n送信日時: 2024年1月15日\n宛先: Ben\n件名: Export",
  "보낸 사람: 홍길동\n보낸 날짜: 2024년\n받는 사람: Ben\n제목: Export",
  "От: Жанна\nОтправлено: понедельник\nКому: Ben\nТема: Export",
  "Από: Ιωάννα\nΣτάλθηκε: Δευτέρα\nΠρος: Ben\nΘέμα: Export",
  "-----Original Message-----",
  "-----Ursprüngliche Nachricht-----",
  "-------- Message d'origine --------",
  "-------- Mensaje original --------",
  "-----Messaggio originale-----",
  "-----Oorspronkelijk bericht-----",
  "-----Wiadomość oryginalna-----",
  "-------- Oprindelig besked --------",
  "-----原始邮件-----",
  "-----Исходное сообщение-----",
  "##- Please type your reply above this line -##",
];

describe("what follows the headers of the mail that is answered is quoted", () => {
  // So long that nobody takes it for a signature.
  const answered = "Please try again, and tell us what you see. ".repeat(10).trim();

  test.each(headerBlocks)("%j", (block) => {
    for (const above of ["", "________________________________\n"]) {
      const quoted = `${above}${block}\n\n${answered}`;
      expect(foldQuotes(`${own}\n\n${quoted}`)).toEqual({ text: own, quoted });
    }
  });

  test("where the mail passes it on, it stays", () => {
    const mail = `${own}\n\n${headerBlocks[0]}\n\nYour invoice.`;
    expect(foldQuotes(mail, { passesOn: true })).toEqual({ text: mail, quoted: "" });
  });
});

describe("what is passed on stays", () => {
  test.each([
    "---------- Forwarded message ---------",
    "Begin forwarded message:",
    "-------- Weitergeleitete Nachricht --------",
    "Début du message transféré :",
    "---------- Mensaje reenviado ---------",
    "-------- Пересылаемое сообщение --------",
    "---------- 转发的邮件 ----------",
  ])("%s", (marker) => {
    const mail = `${own}\n\n${marker}\n${headerBlocks[0]}\n\nYour invoice.`;
    expect(foldQuotes(mail)).toEqual({ text: mail, quoted: "" });
  });

  test.each([
    "Fwd: Invoice",
    "FW: Invoice",
    "WG: Rechnung",
    "TR: Facture",
    "RV: Factura",
    "[shop] Fwd: x",
    "转发：发票",
  ])("%s", (subject) => expect(isForwardSubject(subject)).toBe(true));

  test.each(["Re: Fwd", "Forward planning", "", "I have a question"])("%s passes nothing on", (subject) => {
    expect(isForwardSubject(subject)).toBe(false);
  });
});

describe("signatures are folded away", () => {
  test.each([
    "-- \nJane Doe\nShop Ltd\n+49 30 1234",
    "--\nJane",
    "Sent from my iPhone",
    "Get Outlook for iOS<https://aka.ms/x>",
    "Von meinem iPhone gesendet",
    "Gesendet von Mail für Windows",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Wysłane z iPhone'a",
    "Skickat från min iPhone",
    "Sendt fra min iPhone",
    "Lähetetty iPhonesta",
    "Odesláno z iPhonu",
    "iPhone'umdan gönderildi",
    "发自我的iPhone",
    "iPhoneから送信",
    "나의 iPhone에서 보냄",
    "Отправлено с iPhone",
    "Στάλθηκε από το iPhone μου",
    "Best regards,\nJane Doe\nCEO @ Shop",
    "Mit freundlichen Grüßen\n\nJana\n\n-- \nShop GmbH",
    "Cordialement,\nJeanne",
    "____________________\nshop-users mailing list\nhttps://lists.shop.example",
    "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie.",
  ])("%j", (signature) => {
    expect(foldQuotes(`${own}\n\n${signature}`)).toEqual({ text: own, quoted: signature });
    const quote = "On Mon, Jan 15, 2024 at 2:30 PM Jane wrote:\n> Again.";
    expect(textOf(`${own}\n\n${signature}\n\n${quote}`)).toBe(own);
    expect(textOf(`${own}\n\n${quote}\n\n${signature}`)).toBe(own);
  });
});

describe("what only looks like a quote or a signature stays", () => {
  test.each([
    "I wanted to say, with regards to the export, that it works.",
    "The reasons:\n-- first\n-- second",
    "## Points\n----\n\n1. Faster\n\n----\n\nThat is all.",
    "```\n--\nSent from my code\n```\n\nThis fails.",
    "From: Berlin\nTo: Paris\nDate: next week\n\nI want to book this.",
    "On Thursday, it works.\n\nOn the other hand, it does not.",
    "See https://shop.example/on-monday-somebody-wrote: it is good.",
    "Dates:\n\n2024-01-15 14:30\nJan 15, 2024 at 14:30",
    "On your server you can run:\n\n  ping shop.example",
    "Kind regards to your team, they helped me a lot yesterday. Is there a newer version?",
    "Regards,\nBen\n\nP.S. Does it also work offline?",
    "Sent from my iPhone\n\nIt fails when I do this.",
    "Cheers,\nBen",
  ])("%j", (text) => expect(foldQuotes(text)).toEqual({ text, quoted: "" }));
});

describe("what is answered below stays where the answer needs it", () => {
  const attribution = "On Mon, Jan 15, 2024 at 2:30 PM Jane wrote:";
  test.each([
    ["a question", `${attribution}\n> Which browser?\n\nFirefox.`],
    ["answers between", `${attribution}\n> The browser.\n\nFirefox.\n\n> The version.\n\n120.`],
    ["words of nobody in particular", "> the browser\n\nFirefox."],
  ])("%s", (_, text) => expect(foldQuotes(text)).toEqual({ text, quoted: "" }));

  test("and goes where it does not", () => {
    const quote = `${attribution}\n> Hello Ben.`;
    expect(foldQuotes(`${quote}\n${own}`)).toEqual({ text: own, quoted: quote });
  });

  test("a line that was wrapped out of a quote is part of it", () => {
    const quote = `${attribution}\n> ${"the words of a long line that goes on ".repeat(2)}d\nignissim odio?\n> and on`;
    expect(foldQuotes(`${own}\n\n${quote}`)).toEqual({ text: own, quoted: quote });
  });
});

test("a mail that is only a quote has no text", () => {
  const mail = `${attributions[0]}\n\n> Please try again.`;
  expect(foldQuotes(mail)).toEqual({ text: "", quoted: mail });
});

test("each line is in one of the two, also of a text that is too long to be searched", () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => (i % 7 === 0 ? `> line ${i}` : `line ${i}`));
  const { text, quoted } = foldQuotes(lines.join("\n"));
  expect(`${text}\n${quoted}`.split("\n").toSorted()).toEqual(lines.toSorted());
});
