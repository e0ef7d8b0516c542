/** Stop words and endings as the index brings them; the client itself knows no language. */
export class Language {
  private readonly stopWords: Set<string>;
  private readonly passes: [ending: string, replacement: string, left: number][][];
  private readonly stems = new Map<string, string>();

  constructor(stop: string, passes: readonly string[]) {
    this.stopWords = new Set(stop.split(" "));
    this.passes = passes.map((pass) =>
      pass.split(" ").map((rule) => {
        const [ending, replacement, left] = rule.split("/");
        return [ending!, replacement!, Number(left)];
      }),
    );
  }

  isStopWord(word: string): boolean {
    return this.stopWords.has(word);
  }

  /** What is left of a word without its endings; only good for comparing with another stem. */
  stemOf(word: string): string {
    let stem = this.stems.get(word);
    if (stem === undefined) {
      stem = this.compute(word);
      this.stems.set(word, stem);
    }
    return stem;
  }

  private compute(word: string): string {
    for (const pass of this.passes) {
      const rule = pass.find(([ending, , left]) => word.length - ending.length >= left && word.endsWith(ending));
      if (rule) word = word.slice(0, word.length - rule[0].length) + rule[1];
    }
    // Doubled letters come and go with endings: plan, planning.
    return this.passes.length > 0 && word.length > 3 && word.at(-1) === word.at(-2) ? word.slice(0, -1) : word;
  }
}
