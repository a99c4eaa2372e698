import type { Thing } from "~/ui/head";

interface Place {
  name: string;
  /** Full. */
  address: string;
}

/** Where a page stands, the outermost place first. */
export const breadcrumbs = (places: Place[]): Thing => ({
  "@type": "BreadcrumbList",
  itemListElement: places.map(({ name, address }, i) => ({
    "@type": "ListItem",
    position: i + 1,
    name,
    item: address,
  })),
});

interface Article {
  title: string;
  excerpt: string;
  language: string;
  publishedAt: Date;
  changedAt: Date;
  section: string;
  address: string;
  site: { name: string; address: string };
}

export const techArticle = ({ title, excerpt, language, section, address, site, ...when }: Article): Thing => ({
  "@type": "TechArticle",
  "@id": address,
  url: address,
  mainEntityOfPage: address,
  headline: title,
  description: excerpt,
  inLanguage: language,
  articleSection: section,
  datePublished: when.publishedAt.toISOString(),
  dateModified: when.changedAt.toISOString(),
  author: organisation(site),
  publisher: organisation(site),
});

const organisation = ({ name, address }: Place): Thing => ({ "@type": "Organization", name, url: address });

interface Question {
  title: string;
  excerpt: string;
  language: string;
  address: string;
}

/** Questions with the beginnings of their answers, as the page shows them. */
export const questions = (address: string, asked: Question[]): Thing => ({
  "@type": "FAQPage",
  "@id": address,
  mainEntity: asked.map(({ title, excerpt, language, address }) => ({
    "@type": "Question",
    name: title,
    inLanguage: language,
    url: address,
    acceptedAnswer: { "@type": "Answer", text: excerpt, url: address },
  })),
});
