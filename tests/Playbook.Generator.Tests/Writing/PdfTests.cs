using Playbooks.Diagnostics;
using Playbooks.Model;
using Playbooks.Writing;

namespace Playbooks.Tests.Writing;

/// <summary>A PDF beside the folder of its edition.</summary>
public sealed class PdfTests : OutputFixture
{
    private static readonly Slug Alpha = Slug.Of("alpha");

    private string Pdf => Path.Combine(Output, "alpha.pdf");

    [Fact]
    public void New_pdf_takes_the_place_of_the_old_one_and_leaves_nothing_else()
    {
        Build(SiteOf("alpha", "1"));
        Put("old");
        Put("new");

        Assert.Equal("new", File.ReadAllText(Pdf));
        Assert.Equal("alpha.pdf", Litter("alpha"));
    }

    [Fact]
    public void Pdf_stays_while_its_site_does_and_goes_with_it()
    {
        Build(SiteOf("alpha", "1"), SiteOf("beta", "1"));
        Put("one");

        Build(SiteOf("alpha", "1"), SiteOf("beta", "2"));
        Assert.True(File.Exists(Pdf));
        Build(SiteOf("alpha", "2"), SiteOf("beta", "2"));
        Assert.False(File.Exists(Pdf));

        Put("two");
        Build(SiteOf("beta", "2"));
        Assert.False(File.Exists(Pdf));
    }

    [Fact]
    public void Failure_leaves_the_old_pdf_and_no_litter()
    {
        Build(SiteOf("alpha", "1"));
        Put("old");
        using (var output = OutputFolder.Open(Output, [], new OutputOptions { BeforeStep = (step, _) => ThrowAt(step == "move to") }))
        {
            var problem = Assert.Throws<UnusableEnvironmentException>(() => output.PutPdf(Alpha, "new"u8));
            Assert.Contains("the PDF of alpha could not be written", problem.Message, StringComparison.Ordinal);
        }

        Assert.Equal("old", File.ReadAllText(Pdf));
        Assert.Equal("alpha.pdf", Litter("alpha"));
    }

    [Fact]
    public void Half_a_pdf_of_a_killed_build_is_removed_by_the_next_one()
    {
        Build(SiteOf("alpha", "1"));
        File.WriteAllText(Path.Combine(Output, ".alpha.4711.part"), "half");
        File.WriteAllText(Path.Combine(Output, ".alpha.notes"), "not ours");

        Build(SiteOf("alpha", "1"));

        Assert.Equal(".alpha.notes", Litter("alpha"));
    }

    private static void ThrowAt(bool isHere)
    {
        if (isHere)
        {
            throw new IOException("the disk is full");
        }
    }

    private void Put(string pdf)
    {
        using var output = OutputFolder.Open(Output, []);
        output.PutPdf(Alpha, System.Text.Encoding.UTF8.GetBytes(pdf));
    }
}
