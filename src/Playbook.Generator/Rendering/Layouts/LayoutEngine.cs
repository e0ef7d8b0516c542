using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;

namespace Playbooks.Rendering;

/// <summary>Parses a theme's layouts once and renders them. Content never reaches a template parser; only the theme's own files do.</summary>
internal sealed class LayoutEngine
{
    // A layout that loops without end or includes itself is stopped here.
    private const int MaximumSteps = 5_000_000;
    private const int MaximumRecursion = 60;

    // Deeply nested layouts overflow a small stack while they are parsed; this one holds more than anybody nests by hand.
    private const int ParserStackInBytes = 16 * 1024 * 1024;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly Theme _theme;
    private readonly ImmutableDictionary<string, IFluidTemplate> _layouts;
    private readonly TemplateOptions _options;

    private LayoutEngine(Theme theme, ImmutableDictionary<string, IFluidTemplate> layouts)
    {
        _theme = theme;
        _layouts = layouts;
        _options = new TemplateOptions
        {
            MaxSteps = MaximumSteps,
            MaxRecursion = MaximumRecursion,
            CultureInfo = CultureInfo.InvariantCulture,
            FileProvider = new PartialProvider(theme),
            Undefined = name => name == "size" ? new ValueTask<FluidValue>(NilValue.Instance) : throw new LayoutException(name, null),
        };
        _options.Filters.AddFilter("t", static (input, arguments, context) =>
            new ValueTask<FluidValue>(Translate(input.ToStringValue(), context, [.. Enumerable.Range(0, arguments.Count).Select(at => arguments.At(at).ToStringValue())])));
        _options.Filters.AddFilter("plural", static (input, arguments, context) =>
            new ValueTask<FluidValue>(Plural(input.ToStringValue(), context, (int)arguments.At(0).ToNumberValue())));
    }

    /// <summary>Parses all layouts; null when one has an error.</summary>
    public static LayoutEngine? Load(Theme theme, DiagnosticBag diagnostics)
    {
        var layouts = ImmutableDictionary.CreateBuilder<string, IFluidTemplate>(StringComparer.Ordinal);
        var isFine = true;
        var thread = new Thread(
            () =>
            {
                var parser = Parser(theme);
                foreach (var (name, source) in theme.Templates.OrderBy(each => each.Key, StringComparer.Ordinal))
                {
                    if (parser.TryParse(source.Text, out var template, out var error))
                    {
                        layouts[name] = template;
                    }
                    else
                    {
                        diagnostics.Add(DiagnosticCatalog.InvalidLayout(LayoutErrors.Place(source, error), LayoutErrors.Message(error)));
                        isFine = false;
                    }
                }
            },
            ParserStackInBytes);
        thread.Start();
        thread.Join();
        return isFine ? new LayoutEngine(theme, layouts.ToImmutable()) : null;
    }

    /// <summary>Renders a layout or partial.</summary>
    /// <param name="name">Its path without ending, such as <c>layouts/home</c>.</param>
    /// <param name="locale">For texts of the interface.</param>
    /// <param name="views">What the layout reads, by name.</param>
    /// <param name="output">Where it is printed.</param>
    public void Render(string name, Locale locale, IEnumerable<KeyValuePair<string, View?>> views, Utf8Buffer output)
    {
        if (!_layouts.TryGetValue(name, out var layout))
        {
            throw new ThemeException(DiagnosticCatalog.MissingLayout(new SourceText(new InputPath($"{name}.liquid"), "").Span(0, 1), name));
        }

        var context = new TemplateContext(_options);
        context.AmbientValues[nameof(Locale)] = locale;
        foreach (var (key, view) in views)
        {
            context.SetValue(key, view ?? (FluidValue)NilValue.Instance);
        }

        try
        {
            var printing = layout.RenderAsync(output, Encoder, context);
            if (!printing.IsCompletedSuccessfully)
            {
                printing.AsTask().GetAwaiter().GetResult();
            }
        }
        catch (LayoutException exception)
        {
            throw new ThemeException(DiagnosticCatalog.UnknownInLayout(LayoutErrors.Find(_theme, name, exception.Name), exception.Name, exception.Nearest));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FileNotFoundException or FormatException or ArithmeticException)
        {
            throw new ThemeException(DiagnosticCatalog.LayoutFailed(LayoutErrors.Start(_theme, name), LayoutErrors.InOurVoice(exception.Message)));
        }
    }

    private static FluidParser Parser(Theme theme)
    {
        var parser = new FluidParser(new FluidParserOptions { AllowFunctions = false });
        parser.RegisterExpressionTag("icon", async (expression, writer, _, context) =>
        {
            var icon = (await expression.EvaluateAsync(context)).ToStringValue();
            await writer.WriteAsync(theme.Icons.ContainsKey(icon) ? Icon.Use(icon) : "");
            return Fluid.Ast.Completion.Normal;
        });
        return parser;
    }

    private static StringValue Translate(string key, TemplateContext context, string[] arguments)
    {
        var locale = (Locale)context.AmbientValues[nameof(Locale)];
        return new StringValue(locale.Find(key, arguments) ?? throw new LayoutException($"'{key}'", NearestName.Find(key, locale.Keys)));
    }

    private static StringValue Plural(string key, TemplateContext context, int count)
    {
        var locale = (Locale)context.AmbientValues[nameof(Locale)];
        return locale.Find($"{key}.other") is null
            ? throw new LayoutException($"'{key}'", NearestName.Find($"{key}.other", locale.Keys))
            : new StringValue(locale.Plural(key, count));
    }
}

/// <summary>A theme's mistake, on its way to the pipeline, which reports it.</summary>
internal sealed class ThemeException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    /// <summary>What is wrong.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}
