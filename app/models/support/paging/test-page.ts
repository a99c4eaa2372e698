/** How a test of paging fared: what each of its events was answered. */
export interface TestPageReport {
  isTaken: boolean;
  answers: { action: "trigger" | "resolve"; text: string }[];
}
