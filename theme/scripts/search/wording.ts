/** Texts of the interface, as the index brings them. */
export class Wording {
  private readonly plurals: Intl.PluralRules;

  constructor(
    private readonly texts: Record<string, string>,
    languageTag: string,
  ) {
    this.plurals = new Intl.PluralRules(languageTag);
  }

  say(key: string, ...values: string[]): string {
    return (this.texts[key] ?? "").replace(/\{(\d)\}/g, (place, at: string) => values[Number(at)] ?? place);
  }

  count(key: string, number: number): string {
    const form = this.plurals.select(number) === "one" ? "one" : "other";
    return this.say(`${key}.${form}`, String(number));
  }
}
