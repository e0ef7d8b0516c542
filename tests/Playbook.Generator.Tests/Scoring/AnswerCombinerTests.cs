using CsCheck;
using Playbooks.Scoring;

namespace Playbooks.Tests.Scoring;

/// <summary>Nothing that is shown lets anybody work out what a small group answered.</summary>
public sealed class AnswerCombinerTests
{
    private static readonly Gen<(ScoringSpec Spec, Respondent[] People, int Seed)> Crowd =
        AnswerGenerators.Spec.SelectMany(spec => Gen.Select(AnswerGenerators.People(spec), Gen.Int[0, 1000], (people, seed) => (spec, people, seed)));

    [Fact]
    public void Group_below_the_minimum_is_never_shown() => Crowd.Sample(each =>
    {
        var combined = AnswerCombiner.Combine(each.Spec, each.People);
        var minimum = each.Spec.Combining!.MinimumGroup;

        Assert.All(combined.Respondents, size => Assert.True(size.Count >= minimum));
        foreach (var item in combined.Items)
        {
            Assert.All(item.Groups.Where(group => group.Group != CombinedAnswers.Others), group => Assert.True(LevelsOf(each.Spec, each.People, group.Group, item.Id) >= minimum));
            Assert.True(item.Answers >= minimum || (item.Score is null && item.Groups.IsEmpty && item.Low is null && item.Spread is null));
        }
    });

    [Fact]
    public void Only_one_group_is_never_missing_from_a_sum() => Crowd.Sample(each =>
    {
        var combined = AnswerCombiner.Combine(each.Spec, each.People);
        var minimum = each.Spec.Combining!.MinimumGroup;
        foreach (var item in combined.Items.Where(item => item.Groups.Any(group => group.Group == CombinedAnswers.Others)))
        {
            var shown = item.Groups.Select(group => group.Group).ToHashSet();
            var together = each.Spec.Combining.Groups.Where(group => !shown.Contains(group)).Select(group => LevelsOf(each.Spec, each.People, group, item.Id))
                .Append(LevelsOf(each.Spec, each.People, null, item.Id)).Where(count => count > 0).ToArray();
            Assert.True(together.Sum() >= minimum);
            Assert.True(together.Length > 1 || together[0] >= minimum);
        }
    });

    // Who of a hidden group answered what makes no difference: exchanging people between the hidden groups, or, where they
    // take no part, letting them answer anything, gives the same result to the last digit.
    [Fact]
    public void What_hidden_groups_answered_cannot_be_told_from_what_is_shown() => Crowd.Sample(each =>
    {
        var combined = AnswerCombiner.Combine(each.Spec, each.People);
        var shown = combined.Respondents.Select(size => size.Group).ToHashSet();
        var hidden = each.People.Where(person => person.Group is null || !shown.Contains(person.Group)).ToArray();
        var open = each.People.Except(hidden).ToArray();
        // Whether an item is asked depends on the group, so that only items asked of everybody are exchanged.
        var spec = each.Spec with { Items = [.. each.Spec.Items.Select(item => item with { Groups = [] })] };
        var expected = Written(AnswerCombiner.Combine(spec, each.People));

        if (shown.Contains(CombinedAnswers.Others))
        {
            var labels = hidden.Select(person => person.Group).ToArray();
            new Random(each.Seed).Shuffle(labels);
            // The items' own hiding depends on how many of a group answered, so everybody here answers everything.
            var full = open.Concat(hidden).Select(person => person with { Answers = Filled(spec, person) }).ToArray();
            var exchanged = full.Take(open.Length).Concat(full.Skip(open.Length).Select((person, at) => person with { Group = labels[at] })).ToArray();
            Assert.Equal(Written(AnswerCombiner.Combine(spec, full)), Written(AnswerCombiner.Combine(spec, exchanged)));
        }
        else
        {
            var changed = hidden.Select(person => person with { Answers = person.Answers.Clear() });
            Assert.Equal(expected, Written(AnswerCombiner.Combine(spec, [.. open, .. changed])));
        }
    });

    [Fact]
    public void Result_does_not_depend_on_the_order_of_the_people() => Crowd.Sample(each =>
    {
        var shuffled = each.People.ToArray();
        new Random(each.Seed).Shuffle(shuffled);

        Assert.Equal(Written(AnswerCombiner.Combine(each.Spec, each.People)), Written(AnswerCombiner.Combine(each.Spec, shuffled)));
    });

    private static int LevelsOf(ScoringSpec spec, Respondent[] people, string? group, string item) =>
        people.Count(person => person.Group == group && spec.AnswersOf(person)[item].Kind == AnswerKind.Scored);

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Filled(ScoringSpec spec, Respondent person) =>
        spec.Items.Aggregate(person.Answers, (answers, item) => spec.Read(answers.GetValueOrDefault(item.Id)).Kind == AnswerKind.Scored ? answers : answers.SetItem(item.Id, "1"));

    /// <summary>Everything that is shown, as one comparable text; records with arrays are not equal when their content is.</summary>
    private static string Written(CombinedAnswers combined) =>
        string.Join('\n', combined.Respondents.Select(size => $"{size}").Concat(combined.Items.Select(item => $"{item with { Groups = [] }} {string.Join(',', item.Groups)}")));
}
