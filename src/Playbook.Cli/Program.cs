using System.Globalization;
using Playbooks.Cli;

// Nothing may depend on the machine's language: dates, numbers and sorting in the output come from the edition's own locale.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

return await PlaybookCommand.Create().RunAsync(args);
