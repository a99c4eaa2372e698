interface Waiting {
  start(): void;
  refuse(): void;
  /** Until when, by the clock of performance.now(). */
  until: number;
}

/**
 * One thing at a time, and people take turns: whoever asks for much waits behind their own, and nobody else does.
 */
export class Turns {
  private readonly lines = new Map<string, Waiting[]>();
  private isBusy = false;
  private count = 0;

  /** How many may wait: of one person, and of all. */
  constructor(private readonly most: { each: number; all: number }) {}

  /** Resolves to undefined where the turn does not come in so many milliseconds, or too many wait already. */
  async take<Result>(person: string, patience: number, work: () => Promise<Result>): Promise<Result | undefined> {
    if (!(await this.begin(person, performance.now() + patience))) return undefined;
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  private begin(person: string, until: number): Promise<boolean> {
    if (!this.isBusy) {
      this.isBusy = true;
      return Promise.resolve(true);
    }
    const line = this.lines.get(person) ?? [];
    if (line.length >= this.most.each || this.count >= this.most.all) return Promise.resolve(false);
    this.count += 1;
    return new Promise((resolve) => {
      line.push({ until, start: () => resolve(true), refuse: () => resolve(false) });
      this.lines.set(person, line);
    });
  }

  /** The first of the line that has waited for its turn longest; its person goes to the end of the lines. */
  private next(): void {
    for (const [person, line] of this.lines) {
      const first = line.shift();
      this.lines.delete(person);
      if (line.length > 0) this.lines.set(person, line);
      if (!first) continue;
      this.count -= 1;
      const isInTime = performance.now() <= first.until;
      if (isInTime) {
        first.start();
        return;
      }
      first.refuse();
    }
    this.isBusy = false;
  }
}
