namespace Playbooks.Diagnostics;

/// <content>Assessments, answer files and combined results.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PB0520: importance and levels are added up but lie on different scales.</summary>
    public static Diagnostic ScalesDiffer(SourceSpan span) =>
        Error("PB0520", "`importance-plus-gap` needs an importance scale from the lowest level to the highest", span, "give `importance` the ends of the scale, or choose another `opportunity`");

    /// <summary>PB0521: the weight of an item is not above 0.</summary>
    public static Diagnostic WeightNotAboveZero(SourceSpan span, string item) =>
        Error("PB0521", $"the weight of `{item}` must be above 0", span);

    /// <summary>PB0522: a group has a name that results use for something else.</summary>
    public static Diagnostic ReservedGroup(SourceSpan span, string group) =>
        Error("PB0522", $"a group cannot be called `{group}`, because results use that word", span);

    /// <summary>PB0523: every target is the highest level.</summary>
    public static Diagnostic TargetsAllHighest(SourceSpan span) =>
        Warning("PB0523", "every statement needs the highest level, so opportunities are ranked by importance alone", span, "give each statement the level that is needed");

    /// <summary>PB0530: an answer file is no JSON.</summary>
    public static Diagnostic NotJson(SourceSpan span) =>
        Error("PB0530", "this is not an answer file: the text is not JSON", span, "export the answers again from the assessment page");

    /// <summary>PB0531: a JSON file of another kind.</summary>
    public static Diagnostic NotAnswers(SourceSpan span) =>
        Error("PB0531", "this is not an answer file", span, "export the answers from the assessment page");

    /// <summary>PB0532: an answer file of a form that this version does not know.</summary>
    public static Diagnostic UnknownAnswerSchema(SourceSpan span, string schema, int known) =>
        Error("PB0532", $"this answer file has the form {schema}, and only {known} is known", span);

    /// <summary>PB0533: answers or a result of another assessment, version or edition.</summary>
    public static Diagnostic OtherAssessment(SourceSpan span, string what, string given, string expected) =>
        Error("PB0533", $"this was answered for the {what} `{given}`, not for `{expected}`", span, what == "edition" ? $"combine it with `--organization {given}`" : null);

    /// <summary>PB0534: an answer the scale does not have.</summary>
    public static Diagnostic UnknownAnswer(SourceSpan span, string item, string answer, IEnumerable<string> known) =>
        Error("PB0534", $"`{answer}` is no answer to `{item}`", span, $"there are {OneOf(known)}");

    /// <summary>PB0535: the same answer file twice.</summary>
    public static Diagnostic SameAnswersTwice(SourceSpan span) =>
        Error("PB0535", "this answer file is named twice", span, "name each file once");

    /// <summary>PB0536: too few people for anything to be shown.</summary>
    public static Diagnostic TooFewAnswers(SourceSpan span, int count, int minimum) =>
        Error("PB0536", $"the answers of {count} are too few: nothing is shown of fewer than {minimum}", span, "ask more people, or talk about the answers together");

    /// <summary>PB0537: the assessment is answered by one person only.</summary>
    public static Diagnostic NotCombined(SourceSpan span) =>
        Error("PB0537", "this assessment does not say how answers are combined", span, "add `combining` to assessment.yml");

    /// <summary>PB0540: the name of a result's file does not fit its date.</summary>
    public static Diagnostic ResultFileName(SourceSpan span, string date) =>
        Error("PB0540", $"the file of a result is named for its date, `{date}`", span, $"call it {date}.yml");

    /// <summary>PB0541: a result shows a group that is too small.</summary>
    public static Diagnostic GroupTooSmall(SourceSpan span, string group, int count, int minimum) =>
        Error("PB0541", $"{count} people of `{group}` are too few to be shown: at least {minimum} are needed", span, "combine the answers with `playbook assess`");

    /// <summary>PB0542: two results of the same day.</summary>
    public static Diagnostic SameResultDate(SourceSpan span, SourceSpan other) =>
        Error("PB0542", $"there is a result of the same day in {other.Path}", span);
}
