/** Sentences that only disclaimers have. */
const certain = [
  /(?:intended|sent) (?:only|solely|exclusively) (?:for|to) (?:the )?(?:use|attention|person|individual|addressee|recipient|named)/i,
  /(?:if you (?:are|were) not|you are not) the (?:intended|named|proper) (?:recipient|addressee)/i,
  /if you (?:have )?received? this (?:e-?mail|message|communication|transmission) (?:in error|by mistake|erroneously)/i,
  /(?:e-?mail|message|communication|transmission)[^.]{0,80}(?:is|are|may be|may contain|contains?)[^.]{0,40}(?:confidential|privileged)/i,
  /(?:confidentiality|disclaimer|legal) (?:notice|note)[^.]{0,3}:/i,
  /nicht der (?:richtige|beabsichtigte|vorgesehene|bestimmungsgemäße) (?:adressat|empfänger)/i,
  /diese (?:e-?mail|nachricht)[^.]{0,120}vertraulich/i,
  /(?:ce (?:message|courriel|mail|e-?mail)|cet? e-?mail)[^.]{0,160}(?:confidentiel|destinataire)/i,
  /(?:este (?:mensaje|correo)|esta (?:mensagem|comunicación))[^.]{0,200}(?:confidencial|destinatari|privilegiad)/i,
  /(?:questo messaggio|questa e-?mail|le informazioni contenute|il presente messaggio)[^.]{0,200}(?:riservat|destinatari|confidenzial)/i,
  /(?:dit (?:bericht|e-?mailbericht)|deze e-?mail)[^.]{0,160}(?:vertrouwelijk|bestemd|geadresseerde)/i,
  /(?:ta|niniejsza) wiadomość[^.]{0,160}(?:poufn|adresat)/i,
  /(?:detta|dette|denne)[^.]{0,40}(?:meddelande|e-?post|mail|besked|melding)[^.]{0,120}(?:konfidenti|fortrolig|avsedd|sekretess)/i,
  /tämä (?:viesti|sähköposti)[^.]{0,160}luottamuksel/i,
  /t(?:ento|ato) (?:e-?mail|zpráva|správa)[^.]{0,160}důvěrn/i,
  /bu (?:e-?posta|ileti|mesaj)[^.]{0,200}(?:gizli|kişiye)/i,
  /(?:настоящее|данное|это) (?:сообщение|электронное)[^.]{0,200}конфиденциал/i,
  /(?:consider|think about|think of) the environment before printing/i,
  /pense[rz] à l.environnement/i,
  /umwelt[^.]{0,60}(?:ausdrucken|drucken)/i,
  /(?:virus-?free|virenfrei|sans virus|libre de virus|sin virus)\.? ?<?(?:https?:\/\/)?(?:www\.)?(?:avast|avg)/i,
  /(?:this (?:e-?mail|message) has been (?:scanned|checked)|diese e-?mail wurde (?:von|auf)|l.absence de virus)[^.]{0,80}vir/i,
  /本(?:邮件|郵件|メール|电子邮件)[^。]{0,80}(?:机密|機密|保密|秘密)/,
];

/** Whether a paragraph is a legal disclaimer or what a virus scanner adds. */
export function isDisclaimer(paragraph: string): boolean {
  const beginning = paragraph.slice(0, 3000);
  return beginning.length >= 20 && certain.some((rule) => rule.test(beginning));
}

const listFooters =
  /^(?:you received this (?:message|e-?mail|mail) because you (?:are|were) subscribed|to unsubscribe from this (?:group|list|topic)|unsubscribe: |\S{1,60} mailing list$|view this discussion (?:on|visit)|for more options, visit|sie erhalten diese (?:nachricht|e-?mail), weil)/i;

/** Whether a line is what a mailing list adds. */
export const isListFooter = (line: string): boolean => listFooters.test(line.slice(0, 300));
