import type { Role } from "#db/schema/core/users";
import type { CompanyDomain } from "./companies";

interface Person {
  name: string;
  /** How many days ago they signed up. */
  joined: number;
  role?: Role;
  language?: string;
  /** Where they work, as their address has it; the team, and those who write from home, are at example.com. */
  at?: CompanyDomain;
}

/** Whoever posts, votes and answers. */
const people = {
  ada: { name: "Ada Lindqvist", joined: 426, role: "admin" },
  mona: { name: "Mona Fischer", joined: 425.6, role: "maintainer" },
  gus: { name: "Gustavo Prado", joined: 425.6, role: "agent" },
  milo: { name: "Milo Okafor", joined: 425.6, role: "moderator" },
  ben: { name: "Ben Carter", joined: 424 },
  cleo: { name: "Cleo Marchetti", joined: 423, at: "kestrel.example" },
  yuki: { name: "佐藤ゆき", joined: 423, at: "tidewater.example" },
  priya: { name: "Priya Raghunathan", joined: 422, at: "orchard-legal.example" },
  tomasz: { name: "Tomasz Zieliński", joined: 421, at: "kestrel.example" },
  ifeoma: { name: "Ifeoma Nwosu", joined: 420, at: "orchard-legal.example" },
  siobhan: { name: "Siobhán Kelly", joined: 418, at: "university.example" },
  erik: { name: "Erik Solberg", joined: 415, at: "university.example" },
  olga: { name: "Ольга Смирнова", joined: 412, at: "papermill.example" },
  peter: { name: "Peter Hollis", joined: 409, at: "papermill.example" },
  sanne: { name: "Sanne de Vries", joined: 405, at: "university.example" },
  kwame: { name: "Kwame Boateng", joined: 401, at: "papermill.example" },
  ravi: { name: "Ravi Menon", joined: 398, at: "orchard-legal.example" },
  hana: { name: "Hana Nováková", joined: 392, at: "kestrel.example" },
  chloe: { name: "Chloé Lefèvre", joined: 388, at: "university.example" },
  aroha: { name: "Aroha Ngata", joined: 386, at: "tidewater.example" },
  jonas: { name: "Jonas Weber", joined: 385, at: "kestrel.example", language: "de" },
  wren: { name: "Wren Halloway", joined: 372 },
  mateo: { name: "Mateo Quispe", joined: 366, at: "andes-maps.example" },
  zeynep: { name: "Zeynep Arslan", joined: 351, at: "kestrel.example" },
  seoyeon: { name: "김서연", joined: 344, at: "tidewater.example" },
  samir: { name: "Samir Khoury", joined: 338, at: "cedar-clinics.example" },
  grace: { name: "Grace Adeyemi", joined: 321 },
  rafael: { name: "Rafael Moreira", joined: 309, at: "andes-maps.example" },
  nikos: { name: "Νίκος Παπαδόπουλος", joined: 296 },
  linh: { name: "Linh Trần", joined: 281, at: "tidewater.example" },
  thabo: { name: "Thabo Mokoena", joined: 267 },
  asta: { name: "Ásta Jónsdóttir", joined: 254, at: "university.example" },
  karim: { name: "كريم حداد", joined: 236, at: "cedar-clinics.example", language: "ar" },
  mei: { name: "Mei-Ling Chen", joined: 221, at: "tidewater.example" },
  fatima: { name: "Fatima Zahra Bennani", joined: 207, at: "cedar-clinics.example" },
  luca: { name: "Luca Ferraro", joined: 189, at: "kestrel.example" },
  noor: { name: "Noor Rahman", joined: 166, at: "cedar-clinics.example" },
  diego: { name: "Diego Fuentes", joined: 148, at: "andes-maps.example" },
  lena: { name: "Lena Brandt", joined: 131, language: "de" },
  anjali: { name: "अंजलि वर्मा", joined: 112, at: "orchard-legal.example" },
  tamar: { name: "Tamar Gelashvili", joined: 96 },
  amara: { name: "Amara Diallo", joined: 71 },
  julia: { name: "Júlia Kovács", joined: 47 },
  beatriz: { name: "Beatriz Sampaio", joined: 29, at: "andes-maps.example" },
} as const satisfies Record<string, Person>;

export type Handle = keyof typeof people;

export const handles = Object.keys(people) as Handle[];

export const personOf = (handle: Handle): Person => people[handle];

export const addressOf = (handle: Handle): string => `${handle}@${personOf(handle).at ?? "example.com"}`;
