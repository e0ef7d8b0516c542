using System.Collections.Immutable;
using System.Globalization;
using Playbooks.Model;

namespace Playbooks.Tests.Model;

public sealed class LocaleTests
{
    [Fact]
    public void Argument_that_looks_like_a_placeholder_is_text() =>
        Assert.Equal("Waived by {1} until {2}: {0}", Locale("en", ("waived", "Waived by {0} until {2}: {1}")).Text("waived", "{1}", "{0}", "{2}"));

    [Theory]
    [InlineData("{0} and {1}", "a and b")]
    [InlineData("{2} stays, so does {", "{2} stays, so does {")]
    [InlineData("{0}{0}", "aa")]
    [InlineData("", "")]
    public void Placeholders_without_an_argument_stay(string text, string filled) =>
        Assert.Equal(filled, Locale("en", ("key", text)).Text("key", "a", "b"));

    [Theory]
    [InlineData("fr-CA", 2027, 3, 1, "1er mars 2027")]
    [InlineData("fr-CA", 2027, 3, 2, "2 mars 2027")]
    public void First_of_a_month_is_written_as_the_language_does(string tag, int year, int month, int day, string text) =>
        Assert.Equal(text, Locale(tag, ("format.date", "d MMMM yyyy"), ("format.date_first", "d'er' MMMM yyyy")).Date(new DateOnly(year, month, day)));

    // The Umm al-Qura calendar of .NET ends on 16 November 2077.
    [Theory]
    [InlineData("ar-SA", 2077, 11, 17)]
    [InlineData("ar-SA", 9999, 12, 31)]
    public void Day_that_the_calendar_of_a_language_does_not_count_is_still_written(string tag, int year, int month, int day) =>
        Assert.Contains(year.ToString("0000", CultureInfo.InvariantCulture), Locale(tag, ("format.date", "d MMMM yyyy")).Date(new DateOnly(year, month, day)), StringComparison.Ordinal);

    private static Locale Locale(string tag, params (string Key, string Text)[] texts) =>
        new(tag, CultureInfo.GetCultureInfo(tag), texts.ToImmutableDictionary(each => each.Key, each => each.Text));
}
