using System.Diagnostics;
using System.Text.Json;
using Playbooks.Exporting;

namespace Playbooks.Tests.Exporting;

/// <summary>The data, judged by a validator of JSON Schema that is not ours.</summary>
public sealed class ChecklistJsonTests
{
    private const string Validator = """
        import Ajv from "ajv/dist/2020.js";
        import { readFileSync } from "node:fs";
        const [schema, ...files] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
        const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(schema);
        console.log(JSON.stringify(files.map((file) => validate(file) ? [] : validate.errors.map((error) => error.instancePath + " " + error.message))));
        """;

    [Fact]
    public void Data_fits_its_schema_and_the_schema_refuses_what_does_not()
    {
        var dated = ExportWorld.Export(ExportFormat.Json);
        string[] broken =
        [
            dated.Replace("\"due\"", "\"dew\"", StringComparison.Ordinal),
            dated.Replace("\"todo\"", "\"done\"", StringComparison.Ordinal),
            dated.Replace("2027-01-29", "29 January", StringComparison.Ordinal),
            dated.Replace("\"days\": 3", "\"days\": 0", StringComparison.Ordinal),
            dated.Replace("\"PEO-01\"", "\"first\"", StringComparison.Ordinal),
        ];
        Assert.All(broken, text => Assert.NotEqual(dated, text));

        var problems = Validate([dated, ExportWorld.Export(ExportFormat.Json, null), .. broken]);

        Assert.Equal("", string.Join('\n', problems[0].Concat(problems[1])));
        Assert.All(problems.Skip(2), each => Assert.NotEmpty(each));
    }

    [Fact]
    public void Data_says_what_the_plan_says()
    {
        using var data = JsonDocument.Parse(ExportWorld.Export(ExportFormat.Json));
        var items = data.RootElement.GetProperty("items");

        Assert.Equal("2027-01-04", data.RootElement.GetProperty("start").GetString());
        Assert.Equal(["PEO-01", "PEO-02", "PEO-03"], items.EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.Equal(("2027-01-06", 3), (items[0].GetProperty("earliestFinish").GetString(), items[0].GetProperty("days").GetInt32()));
        Assert.Equal(["2027-06-30", "2027-09-30", "2027-12-31"], items[1].GetProperty("next").EnumerateArray().Select(day => day.GetString()));
        Assert.Equal("Kim Doe", items[0].GetProperty("owner").GetProperty("person").GetString());
        Assert.Equal(["PEO-91"], items[0].GetProperty("formerly").EnumerateArray().Select(id => id.GetString()));
    }

    /// <summary>What is wrong with each file.</summary>
    private static string[][] Validate(string[] files)
    {
        // Inside the theme's folder, where the validator is installed with the theme's other tools.
        var folder = Directory.CreateDirectory(RepositoryFolder.PathOf("theme", "node_modules", ".playbook-tests", Guid.NewGuid().ToString("N")));
        try
        {
            string Put(string name, ReadOnlySpan<char> text)
            {
                var path = Path.Combine(folder.FullName, name);
                File.WriteAllText(path, text.ToString());
                return path;
            }

            var script = Put("validate.mjs", Validator);
            var schema = Put("schema.json", System.Text.Encoding.UTF8.GetString(ChecklistJson.Schema().Span));
            var start = new ProcessStartInfo("node", [script, schema, .. files.Select((text, at) => Put($"{at}.json", text))]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
            return JsonSerializer.Deserialize<string[][]>(printed)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
