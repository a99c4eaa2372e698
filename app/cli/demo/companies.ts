import type { CompanyDraft } from "~/models/insights/companies/draft";

/** Customers of Lumen; what each is worth in a year. */
export const companies = [
  { domain: "kestrel.example", name: "Kestrel Engineering", value: 48_000 },
  { domain: "cedar-clinics.example", name: "Cedar Clinics", value: 36_500 },
  { domain: "orchard-legal.example", name: "Orchard Legal", value: 21_600 },
  { domain: "university.example", name: "University of Harrow Bay", value: 18_000 },
  { domain: "tidewater.example", name: "Tidewater Studio", value: 9_400 },
  { domain: "papermill.example", name: "Papermill Press", value: 3_200 },
] as const satisfies CompanyDraft[];

/** Votes of an address there count as that company's, whether staff have entered it or not. */
export type CompanyDomain = (typeof companies)[number]["domain"] | "andes-maps.example";
