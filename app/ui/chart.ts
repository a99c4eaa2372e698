import type { ReactNode } from "react";

/** The colours of series, for bars and for what tells them apart. */
export const looks = {
  accent: { fill: "fill-accent", box: "bg-accent" },
  amber: { fill: "fill-amber", box: "bg-amber" },
};

interface Bar {
  key: string;
  /** What it stands for, in words: a week, a status. */
  label: string;
  /** One for each series. */
  values: number[];
  /** What the table says instead of bare numbers, such as links to what is counted. */
  cells?: ReactNode[];
}

export interface Chart {
  id: string;
  title: string;
  description: string;
  /** What the labels of bars are, over their column in the table. */
  labelOfBars: string;
  series: { name: string; look: keyof typeof looks }[];
  /** The heading of one more column of the table, which no bar shows. */
  more?: string;
  /** The bars lie under each other, with room for long labels. */
  lies?: boolean;
  bars: Bar[];
}
