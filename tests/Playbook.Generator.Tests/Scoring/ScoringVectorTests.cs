namespace Playbooks.Tests.Scoring;

/// <summary>One specification for both languages: <c>tests/vectors/assessment</c>.</summary>
public sealed class ScoringVectorTests
{
    public static TheoryData<string> Names => [.. ScoringCases.Vectors().Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Vector_comes_out_as_written(string name)
    {
        var vector = ScoringCases.Vectors().Single(each => each.Name == name).Case;

        ScoringCases.AssertEqual(vector, ScoringCases.Run(vector), name);
    }

    [Fact]
    public async Task Every_vector_comes_out_as_written_in_a_browser_too()
    {
        var vectors = ScoringCases.Vectors().ToArray();

        var results = await BundledScoring.RunAsync([.. vectors.Select(each => each.Case.DeepClone())]);

        Assert.Equal(vectors.Length, results.Count);
        Assert.All(vectors.Zip(results), each => ScoringCases.AssertEqual(each.First.Case, each.Second!.AsObject(), each.First.Name));
    }
}
