namespace Playbooks.Diagnostics;

/// <summary>How much a diagnostic matters: an error keeps the site from being published, a warning does not.</summary>
public enum Severity
{
    /// <summary>Something an author should look at; the site is published all the same.</summary>
    Warning,

    /// <summary>Something that must be mended before anything is published.</summary>
    Error,
}
