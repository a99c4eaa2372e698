/** Which ticket of which year: together its number. */
export interface TicketNumber {
  year: number;
  serial: number;
}

/** `ST-2026-0001`, with four digits or as many as it takes. */
export const writeTicketNumber = ({ year, serial }: TicketNumber): string =>
  `ST-${year}-${String(serial).padStart(4, "0")}`;

/** Undefined for what is no number of a ticket as it is written here. */
export function readTicketNumber(text: string): TicketNumber | undefined {
  const [, year, serial] = /^st-([1-9]\d{3})-(\d{4,9})$/i.exec(text.trim().slice(0, 40)) ?? [];
  if (!year || !serial) return;
  const number = { year: Number(year), serial: Number(serial) };
  return number.serial > 0 && writeTicketNumber(number) === `ST-${year}-${serial}` ? number : undefined;
}

/** The page of a ticket for whoever asked, and the one that the team works with. */
export const ticketPath = (number: TicketNumber): string => `/support/${writeTicketNumber(number)}`;
export const staffTicketPath = (number: TicketNumber): string => `/staff/support/${writeTicketNumber(number)}`;
