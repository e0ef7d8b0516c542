using Markdig.Syntax.Inlines;

namespace Playbooks.Compiling;

/// <summary>Writes links, images and citations after their addresses passed <see cref="LinkReader"/>.</summary>
internal sealed class LinkWriter(CompileContext context, FragmentWriter writer, InlineWriter inlines)
{
    /// <summary>Whether what is written now stands inside a link.</summary>
    public bool IsInLink { get; private set; }

    public void Write(LinkInline link, int depth)
    {
        var span = UrlSpan(link);
        if (link.IsImage)
        {
            WriteImage(link, span);
        }
        else if (IsFree(link) && LinkReader.Read(link.Url, context, span) is { } address)
        {
            if (!TitleText.HasWords(link))
            {
                context.Report(DiagnosticCatalog.LinkWithoutText(context.FirstLine(link)));
            }

            WriteStart(address, span, link.Title, link);
            IsInLink = true;
            inlines.WriteChildren(link, depth + 1);
            IsInLink = false;
            WriteEnd(address, span);
        }
        else
        {
            // Something was reported; what is inside may hold more.
            inlines.WriteChildren(link, depth + 1);
        }
    }

    public void Write(AutolinkInline link)
    {
        var span = context.Span(link.Span.Start + 1, link.Span.Length - 2);
        var url = link.IsEmail ? $"mailto:{link.Url}" : link.Url;
        if (IsFree(link) && LinkReader.Read(url, context, span) is { } address)
        {
            WriteStart(address, span, null, link);
            writer.WriteText(link.Url);
            WriteEnd(address, span);
        }
    }

    public void Write(CitationInline citation)
    {
        if (IsFree(citation))
        {
            writer.Add(new FragmentSlot.Citation(writer.Position, citation.Source));
        }
    }

    private bool IsFree(Inline inline)
    {
        if (IsInLink)
        {
            context.Report(DiagnosticCatalog.LinkInLink(context.FirstLine(inline)));
        }

        return !IsInLink;
    }

    private void WriteStart(LinkAddress address, SourceSpan span, string? title, Inline link)
    {
        if (address.Kind == LinkKind.Playbook)
        {
            writer.Add(new FragmentSlot.LinkStart(writer.Position, new LinkTarget(address.Target, address.Anchor, span)));
            if (!string.IsNullOrEmpty(title))
            {
                context.Report(DiagnosticCatalog.UnshownTitle(context.FirstLine(link)));
            }

            return;
        }

        writer.Write(address.Kind == LinkKind.External ? "<a class=\"external\" href=\""u8 : "<a href=\""u8);
        UrlText.Write(writer, address.Target);
        WriteTitle(title, link);
        writer.Write("\">"u8);
    }

    private void WriteEnd(LinkAddress address, SourceSpan span)
    {
        if (address.Kind == LinkKind.Playbook)
        {
            writer.Add(new FragmentSlot.LinkEnd(writer.Position, new LinkTarget(address.Target, address.Anchor, span)));
        }
        else
        {
            writer.Write("</a>"u8);
        }
    }

    private void WriteImage(LinkInline image, SourceSpan span)
    {
        if (!TitleText.HasWords(image))
        {
            context.Report(DiagnosticCatalog.ImageWithoutText(context.FirstLine(image)));
        }

        if (ImageReader.Read(image.Url, context, span) is not { } file)
        {
            return;
        }

        writer.Write("<img src=\""u8);
        writer.Add(new FragmentSlot.Asset(writer.Position, file));
        writer.Write("\" alt=\""u8);
        TitleText.WriteAttribute(writer, TitleText.Read(context, image));
        WriteTitle(image.Title, image);
        writer.Write("\" loading=\"lazy\" decoding=\"async\">"u8);
    }

    /// <summary>Ends the attribute before it and leaves its own open.</summary>
    private void WriteTitle(string? title, Inline inline)
    {
        if (string.IsNullOrEmpty(title))
        {
            return;
        }

        foreach (var character in title)
        {
            if (TextGuard.IsForbidden(character))
            {
                context.Report(DiagnosticCatalog.ForbiddenCharacter(character, context.FirstLine(inline)));
                return;
            }
        }

        writer.Write("\" title=\""u8);
        writer.WriteEscaped(title);
    }

    /// <summary>Where the address is written; the whole link when Markdig does not know.</summary>
    private SourceSpan UrlSpan(LinkInline link) =>
        link.UrlSpan.IsEmpty || link.UrlSpan.Length <= 0 ? context.FirstLine(link) : context.Span(link.UrlSpan.Start, link.UrlSpan.Length);
}
