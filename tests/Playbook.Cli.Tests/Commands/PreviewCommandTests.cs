using System.Net;
using System.Net.Sockets;

namespace Playbooks.Cli.Tests.Commands;

public sealed class PreviewCommandTests
{
    private const string One = "areas/people/one.md";

    private const string Style = "<link rel=\"stylesheet\" href=\"/_preview/preview.css\">";

    [Fact]
    public async Task Every_edition_lies_below_its_name_and_nothing_is_written()
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);

        foreach (var edition in SmallWorld.Editions)
        {
            Assert.Contains("Words for", await preview.ReadAsync($"{edition}/people/one/"), StringComparison.Ordinal);
        }

        Assert.Contains("Words for Birchfield Library.", await preview.ReadAsync("birch/people/one/"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(world.Output));
    }

    [Fact]
    public async Task Pages_are_those_of_a_build_with_the_bar_and_the_address_of_the_preview()
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);
        await world.Build("--base-url", new Uri(preview.Address, "{edition}/").ToString().Replace("%7Bedition%7D", "{edition}", StringComparison.Ordinal));

        foreach (var file in Directory.EnumerateFiles(world.Output, "*.html", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(world.Output, file)))
        {
            var lines = (await preview.ReadAsync(file)).Split('\n').Where(line => !line.Contains(Style, StringComparison.Ordinal));
            Assert.Equal(world.Read(file).Replace("</body>", "", StringComparison.Ordinal), string.Join('\n', lines).Replace("</body>", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_root_leads_to_the_chosen_edition_and_others_are_not_served()
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world, "--organization", "birch");

        using var root = await preview.AskAsync("");
        using var other = await preview.AskAsync("alder/people/one/");

        Assert.Equal(HttpStatusCode.Found, root.StatusCode);
        Assert.Equal("/birch/", root.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.DoesNotContain("Alderwood", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_are_those_of_the_edition_and_keep_nothing()
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);
        await world.Build();
        var published = world.Read("common/_headers").Split("/assets/*")[0].Split('\n').Select(line => line.Trim().Split(": ", 2)).Where(parts => parts.Length == 2);

        using var page = await preview.AskAsync("common/people/one/");

        foreach (var (name, value) in published.Select(parts => (parts[0], parts[1])).Where(each => each.Item1 is not ("Cache-Control" or "Strict-Transport-Security")))
        {
            Assert.Equal(value.Replace("; upgrade-insecure-requests", "", StringComparison.Ordinal), string.Join(", ", page.Headers.GetValues(name)));
        }

        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        Assert.Equal(["noindex"], page.Headers.GetValues("X-Robots-Tag"));
        Assert.False(page.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Addresses_without_a_slash_and_old_addresses_lead_on()
    {
        using var world = new SmallWorld("""
            -- areas/people/one.md --
            ---
            id: people/one
            title: One
            redirect_from: [people/before]
            ---
            ## First {#first}
            Words.
            """);
        using var preview = await RunningPreview.StartAsync(world);

        foreach (var (from, to) in new[] { ("common", "/common/"), ("common/people/one?x=1", "/common/people/one/?x=1"), ("common/people/before", "/common/people/one/"), ("common/people/before/", "/common/people/one/") })
        {
            using var answer = await preview.AskAsync(from);
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal(to, answer.Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_the_editions_own_with_status_404()
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);
        var page = await preview.ReadAsync("birch/404.html");

        foreach (var path in new[] { "birch/nothing/", "birch/_headers", "birch/_redirects", "birch/people/one/index.html/" })
        {
            using var answer = await preview.AskAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(page, await answer.Content.ReadAsStringAsync());
        }

        Assert.Contains("href=\"/birch/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_this_machine_is_answered_and_only_its_own_pages()
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);
        var port = preview.Address.Port;

        foreach (var host in new[] { $"localhost:{port}", $"127.0.0.1:{port}", $"[::1]:{port}", "localhost" })
        {
            Assert.Equal("HTTP/1.1 200 OK", await preview.AskRawAsync($"GET /common/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        }

        foreach (var host in new[] { "evil.example", $"evil.example:{port}", "localhost.evil.example", "127.0.0.1.evil.example", $"localhost:{port}@evil.example", "0.0.0.0", "[::1].evil.example", "localhost, evil.example", "" })
        {
            Assert.Equal("HTTP/1.1 403 Forbidden", await preview.AskRawAsync($"GET /common/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        }

        foreach (var origin in new[] { "https://evil.example", "null", $"https://127.0.0.1:{port}", "http://127.0.0.1:1" })
        {
            using var answer = await preview.AskAsync("_preview/events", null, ("Origin", origin));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal("HTTP/1.1 403 Forbidden", await preview.AskRawAsync("GET /common/ HTTP/1.1\r\nConnection: close\r\n\r\n"));
    }

    [Fact]
    public async Task Nothing_but_reading_is_allowed()
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);

        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options })
        {
            using var refused = await preview.AskAsync("common/", method);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        }

        using var head = await preview.AskAsync("common/", HttpMethod.Head);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/common/../../playbook.yml")]
    [InlineData("/../input/playbook.yml")]
    [InlineData("/common/%2e%2e/%2e%2e/input/playbook.yml")]
    [InlineData("/common/..%2f..%2finput%2fplaybook.yml")]
    [InlineData("/common/..%5c..%5cinput%5cplaybook.yml")]
    [InlineData("/common/%252e%252e/input/playbook.yml")]
    [InlineData("//etc/passwd")]
    [InlineData("/common//etc/passwd")]
    [InlineData("/common/people/one/index.html%00.css")]
    [InlineData("http://127.0.0.1/common/")]
    [InlineData("*")]
    public async Task No_path_leads_out_of_the_editions(string target)
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);

        Assert.Equal("HTTP/1.1 400 Bad Request", await preview.AskRawAsync($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    [Fact]
    public async Task What_does_not_speak_http_keeps_nobody_waiting()
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);
        var halfOpen = Enumerable.Range(0, 200).Select(_ => new TcpClient(preview.Address.Host, preview.Address.Port)).ToArray();

        Assert.Equal("", await preview.AskRawAsync("GARBAGE\r\n\r\n"));
        Assert.Contains("Words", await preview.ReadAsync("common/people/one/"), StringComparison.Ordinal);
        Array.ForEach(halfOpen, client => client.Dispose());
    }

    [Fact]
    public async Task A_saved_file_is_on_the_page_however_it_is_saved()
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);
        var first = await preview.BuildAsync();

        world.Write(One, Chapter("Written over."));
        Assert.NotEqual(first, await preview.BuildAsync());
        Assert.Contains("Written over.", await preview.ReadAsync("common/people/one/"), StringComparison.Ordinal);

        // As editors do that never leave half a file: a new one beside it takes its name.
        var beside = Path.Combine(world.Input, "areas/people/.one.md.tmp");
        File.WriteAllText(beside, Chapter("Renamed."));
        File.Move(beside, Path.Combine(world.Input, One), overwrite: true);
        await preview.BuildAsync();
        Assert.Contains("Renamed.", await preview.ReadAsync("common/people/one/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Added_renamed_and_deleted_files_are_seen()
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);
        await preview.BuildAsync();

        world.Write("areas/people/two.md", "---\nid: people/two\ntitle: Two\n---\n## Second {#second}\nMore.\n");
        await preview.BuildAsync();
        Assert.Contains("More.", await preview.ReadAsync("common/people/two/"), StringComparison.Ordinal);

        world.Write("organizations/dogwood/organization.yml", "id: dogwood\nname: Dogwood School\n");
        await preview.EventAsync("build", build => build.GetProperty("editions").EnumerateArray().Any(edition => edition.GetProperty("id").GetString() == "dogwood"));
        Assert.Contains("Dogwood School", await preview.ReadAsync("dogwood/people/one/"), StringComparison.Ordinal);

        File.Delete(Path.Combine(world.Input, "areas/people/two.md"));
        await preview.BuildAsync();
        using var gone = await preview.AskAsync("common/people/two/");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_broken_file_leaves_the_last_good_page_and_is_told_until_it_is_mended()
    {
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);
        Assert.Empty(await preview.ProblemsAsync(0));
        var good = await preview.ReadAsync("common/people/one/");

        world.Write(One, "---\nid: people/one\ntitle: One\n---\n## First {#first}\n[Gone](xref:people/gone)\n");
        var problem = Assert.Single(await preview.ProblemsAsync(1));

        Assert.Equal("error", problem.GetProperty("severity").GetString());
        Assert.Matches(@"^PB\d{4}$", problem.GetProperty("code").GetString());
        Assert.Equal($"{One}:6:8", problem.GetProperty("place").GetString());
        Assert.Contains("6 | [Gone](xref:people/gone)", problem.GetProperty("excerpt").GetString(), StringComparison.Ordinal);
        Assert.Contains("people/gone", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(good, await preview.ReadAsync("common/people/one/"));

        world.Write(One, Chapter("Mended."));
        Assert.Empty(await preview.ProblemsAsync(0));
        Assert.Contains("Mended.", await preview.ReadAsync("common/people/one/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_an_edition_that_nobody_looks_at_is_told_too()
    {
        using var world = new SmallWorld("""
            -- organizations/birch/organization.yml --
            id: birch
            name: Birchfield Library
            banned_words: [{word: words, instead: text}]
            """);
        using var preview = await RunningPreview.StartAsync(world);

        var problem = Assert.Single(await preview.ProblemsAsync(1));

        Assert.Equal("birch", problem.GetProperty("edition").GetString());
        Assert.Contains("Words for", await preview.ReadAsync("common/people/one/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playbook_that_is_broken_from_the_start_appears_when_it_is_mended()
    {
        using var world = new SmallWorld("-- areas/people/one.md --\nno front matter");
        using var preview = await RunningPreview.StartAsync(world);
        using (var page = await preview.AskAsync("common/people/one/"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.Contains(Style, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        world.Write(One, Chapter("Mended."));
        Assert.Empty(await preview.ProblemsAsync(0));

        Assert.Contains("Mended.", await preview.ReadAsync("common/people/one/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layout_takes_effect_and_a_broken_one_leaves_the_last_good_page()
    {
        using var world = new SmallWorld();
        var theme = CopyTheme(world);
        var layout = Path.Combine(theme, "layouts", "chapter.liquid");
        var text = File.ReadAllText(layout);
        using var preview = await RunningPreview.StartAsync(world, "--theme", theme);
        await preview.ProblemsAsync(0);

        File.WriteAllText(layout, text + "<p>A new line.</p>");
        await preview.BuildAsync();
        Assert.Contains("A new line.", await preview.ReadAsync("common/people/one/"), StringComparison.Ordinal);
        await preview.ProblemsAsync(0);

        File.WriteAllText(layout, text + "{{ page.tilte }}");
        var problem = Assert.Single(await preview.ProblemsAsync(1));
        Assert.StartsWith("layouts/chapter.liquid:", problem.GetProperty("place").GetString(), StringComparison.Ordinal);
        Assert.Contains("A new line.", await preview.ReadAsync("common/people/one/"), StringComparison.Ordinal);

        File.WriteAllText(layout, text);
        await preview.ProblemsAsync(0);
        Assert.DoesNotContain("A new line.", await preview.ReadAsync("common/people/one/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Styles_and_scripts_are_bundled_again_and_what_the_bundler_says_is_told()
    {
        using var world = new SmallWorld();
        var theme = CopyTheme(world);
        // Stands for the theme's own build: the style sheet is what is written, or an error as compilers print it.
        File.WriteAllText(Path.Combine(theme, "build.mjs"), """
            import { readFileSync, writeFileSync } from "node:fs";
            const css = readFileSync("styles/site.css", "utf8");
            if (css.includes("oops")) {
              console.error("styles/site.css(1,3): error THEME: unexpected oops");
              process.exitCode = 1;
            } else writeFileSync("dist/site.css", css);
            """);
        var style = Path.Combine(theme, "styles", "site.css");
        Directory.CreateDirectory(Path.GetDirectoryName(style)!);
        File.WriteAllText(style, "a{}");
        using var preview = await RunningPreview.StartAsync(world, "--theme", theme);
        await preview.ProblemsAsync(0);

        File.WriteAllText(style, "a{} oops");
        var problem = Assert.Single(await preview.ProblemsAsync(1));
        Assert.Equal("styles/site.css:1:3", problem.GetProperty("place").GetString());
        Assert.Equal("unexpected oops", problem.GetProperty("message").GetString());

        File.WriteAllText(style, "b{color:red}");
        await preview.ProblemsAsync(0);
        var page = await preview.ReadAsync("common/people/one/");
        var address = page.Split("<link rel=\"stylesheet\" href=\"../../")[1].Split('"')[0];
        Assert.Equal("b{color:red}", await preview.ReadAsync($"common/{address}"));
    }

    [Fact]
    public async Task Ctrl_C_ends_it_cleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one process can send to one other");
        using var world = new SmallWorld();
        using var preview = await RunningPreview.StartAsync(world);
        await preview.ReadAsync("common/");

        var result = (await preview.StopAsync()).Exits(0);

        Assert.Equal("", result.Error);
        Assert.Matches(@"(?m)^built in \d+ ms, no problems$", result.Output);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused_when_it_was_asked_for_and_passed_over_when_not()
    {
        using var world = new SmallWorld();
        using var first = await RunningPreview.StartAsync(world);
        using var second = await RunningPreview.StartAsync(world);
        Assert.NotEqual(first.Address.Port, second.Address.Port);

        var line = (await world.Run("preview", "--port", first.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))).Refused();

        Assert.Contains($"port {first.Address.Port}", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("http")]
    public async Task A_port_that_is_none_is_refused(string port)
    {
        using var world = new SmallWorld();

        (await world.Run("preview", "--port", port)).Refused();
    }

    [Theory]
    [InlineData("--input")]
    [InlineData("--theme")]
    public async Task A_folder_that_does_not_exist_is_refused(string option)
    {
        using var world = new SmallWorld();

        Assert.Contains("missing", (await world.Run("preview", option, world.PathOf("missing"))).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_that_does_not_exist_is_refused()
    {
        using var world = new SmallWorld();

        Assert.Contains("`birch`", (await world.Run("preview", "--organization", "brch")).Refused(), StringComparison.Ordinal);
    }

    private static string Chapter(string words) => $"---\nid: people/one\ntitle: One\n---\n## First {{#first}}\n{words}\n";

    /// <summary>What pages are made with; the sources of styles and scripts stay where they are.</summary>
    private static string CopyTheme(SmallWorld world)
    {
        var theme = world.PathOf("theme");
        foreach (var folder in new[] { "layouts", "partials", "icons", "locales", "dist" })
        {
            var from = RepositoryFolder.PathOf("theme", folder);
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(theme, folder, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }

        return theme;
    }
}
