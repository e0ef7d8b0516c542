global using System.Collections.Immutable;
global using System.Globalization;
global using Playbooks.Diagnostics;
global using Playbooks.Model;
