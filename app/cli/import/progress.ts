import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  /** So many rows are done. */
  reach(rows: number): void;
  end(): void;
}

const betweenLines = 5000;

/** A line every few seconds, where nobody looks. */
export function progressLines(print: (line: string) => void, say: (rows: number) => string): Progress {
  let last = Date.now();
  return {
    reach(rows) {
      if (Date.now() - last < betweenLines) return;
      last = Date.now();
      print(say(rows));
    },
    end() {},
  };
}

/** A bar, on a terminal. */
export function progressBar(total: number): Progress {
  const bar = new SingleBar(
    { format: "{bar} {percentage}%  {value} of {total} rows, {eta_formatted} left" },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return {
    reach: (rows) => bar.update(rows),
    end: () => bar.stop(),
  };
}
