import type { Role } from "#db/schema/users";

interface Person {
  name: string;
  /** How many days ago they signed up. */
  joined: number;
  role?: Role;
  language?: string;
}

/** Whoever posts, votes and answers; each has the address `<handle>@example.com`. */
export const people = {
  ada: { name: "Ada Lindqvist", joined: 426, role: "admin" },
  mona: { name: "Mona Fischer", joined: 425.6, role: "maintainer" },
  gus: { name: "Gustavo Prado", joined: 425.6, role: "agent" },
  milo: { name: "Milo Okafor", joined: 425.6, role: "moderator" },
  ben: { name: "Ben Carter", joined: 424 },
  cleo: { name: "Cleo Marchetti", joined: 423 },
  yuki: { name: "佐藤ゆき", joined: 423 },
  priya: { name: "Priya Raghunathan", joined: 422 },
  tomasz: { name: "Tomasz Zieliński", joined: 421 },
  ifeoma: { name: "Ifeoma Nwosu", joined: 420 },
  siobhan: { name: "Siobhán Kelly", joined: 418 },
  erik: { name: "Erik Solberg", joined: 415 },
  olga: { name: "Ольга Смирнова", joined: 412 },
  peter: { name: "Peter Hollis", joined: 409 },
  sanne: { name: "Sanne de Vries", joined: 405 },
  kwame: { name: "Kwame Boateng", joined: 401 },
  ravi: { name: "Ravi Menon", joined: 398 },
  hana: { name: "Hana Nováková", joined: 392 },
  chloe: { name: "Chloé Lefèvre", joined: 388 },
  aroha: { name: "Aroha Ngata", joined: 386 },
  jonas: { name: "Jonas Weber", joined: 385, language: "de" },
  wren: { name: "Wren Halloway", joined: 372 },
  mateo: { name: "Mateo Quispe", joined: 366 },
  zeynep: { name: "Zeynep Arslan", joined: 351 },
  seoyeon: { name: "김서연", joined: 344 },
  samir: { name: "Samir Khoury", joined: 338 },
  grace: { name: "Grace Adeyemi", joined: 321 },
  rafael: { name: "Rafael Moreira", joined: 309 },
  nikos: { name: "Νίκος Παπαδόπουλος", joined: 296 },
  linh: { name: "Linh Trần", joined: 281 },
  thabo: { name: "Thabo Mokoena", joined: 267 },
  asta: { name: "Ásta Jónsdóttir", joined: 254 },
  karim: { name: "كريم حداد", joined: 236, language: "ar" },
  mei: { name: "Mei-Ling Chen", joined: 221 },
  fatima: { name: "Fatima Zahra Bennani", joined: 207 },
  luca: { name: "Luca Ferraro", joined: 189 },
  noor: { name: "Noor Rahman", joined: 166 },
  diego: { name: "Diego Fuentes", joined: 148 },
  lena: { name: "Lena Brandt", joined: 131, language: "de" },
  anjali: { name: "अंजलि वर्मा", joined: 112 },
  tamar: { name: "Tamar Gelashvili", joined: 96 },
  amara: { name: "Amara Diallo", joined: 71 },
  julia: { name: "Júlia Kovács", joined: 47 },
  beatriz: { name: "Beatriz Sampaio", joined: 29 },
} as const satisfies Record<string, Person>;

export type Handle = keyof typeof people;

export const handles = Object.keys(people) as Handle[];

export const personOf = (handle: Handle): Person => people[handle];
