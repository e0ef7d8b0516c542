using System.Text.Json;
using Playbooks.Scoring;

namespace Playbooks.Rendering;

/// <summary>Writes a <see cref="ScoringSpec"/> as <c>theme/scripts/assessment/spec.ts</c> reads it.</summary>
internal static class ScoringSpecJson
{
    /// <summary>The whole spec, as one object.</summary>
    public static void Write(Utf8JsonWriter writer, ScoringSpec spec)
    {
        writer.WriteStartObject();
        writer.WriteList("levels", spec.Levels, writer.WriteNumberValue);
        writer.WriteMap("extraAnswers", spec.ExtraAnswers.Select(answer => (answer.Key, answer.Value)));
        writer.WriteOptional("importance", spec.Importance, scale =>
        {
            writer.WriteNumber("minimum", scale.Minimum);
            writer.WriteNumber("maximum", scale.Maximum);
            writer.WriteNumber("default", scale.Default);
        });
        writer.WriteOptional("scoring", spec.Scoring, rules =>
        {
            writer.WriteNumber("minimumCoverage", rules.MinimumCoverage);
            writer.WriteNumber("round", rules.Round);
            writer.WriteString("opportunity", rules.Opportunity);
            writer.WriteNumber("gateAlertAt", rules.GateAlertAt);
        });
        writer.WriteObjects("bands", spec.Bands, band =>
        {
            writer.WriteNumber("from", band.From);
            writer.WriteString("label", band.Label);
            writer.WriteString("meaning", band.Meaning);
        });
        writer.WriteOptional("combining", spec.Combining, rules =>
        {
            writer.WriteList("groups", rules.Groups, writer.WriteStringValue);
            writer.WriteString("method", rules.Method);
            writer.WriteString("groupSummary", rules.GroupSummary);
            writer.WriteNumber("minimumGroup", rules.MinimumGroup);
            writer.WriteNumber("differAt", rules.DifferAt);
            writer.WriteNumber("agreeAtOrBelow", rules.AgreeAtOrBelow);
        });
        writer.WriteList("areas", spec.Areas, writer.WriteStringValue);
        writer.WriteObjects("items", spec.Items, item =>
        {
            writer.WriteString("id", item.Id);
            writer.WriteString("area", item.Area);
            writer.WriteNumber("weight", item.Weight);
            if (item.Importance is { } importance)
            {
                writer.WriteNumber("importance", importance);
            }
            else
            {
                writer.WriteNull("importance");
            }

            writer.WriteNumber("target", item.Target);
            writer.WriteBoolean("isGate", item.IsGate);
            writer.WriteList("groups", item.Groups, writer.WriteStringValue);
        });
        writer.WriteEndObject();
    }
}
