using System.Text.Json;
using Playbooks.Diagnostics;
using Playbooks.Model;

namespace Playbooks.Tests.Scoring;

/// <summary>A small playbook with an assessment of two areas, and answer files for it.</summary>
internal static class AssessmentWorld
{
    /// <summary>For <see cref="TinySite.Of"/>.</summary>
    public const string Files = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People}
          - {id: rules, prefix: RUL, title: Rules}
        phases:
          - {id: run, title: Run}
        roles:
          - {id: lead, title: Lead}
        -- assessment.yml --
        id: check
        title: Where we stand
        version: 2
        scale:
          levels: [{value: 1, label: Low}, {value: 2, label: Some}, {value: 3, label: Agreed}, {value: 4, label: High}]
          extra_answers:
            - {id: dont-know, label: I do not know, counts_as: missing}
            - {id: not-applicable, label: Does not apply, counts_as: excluded}
        importance: {min: 1, max: 5, default: 3}
        targets: {default: 3}
        scoring: {method: weighted-mean, minimum_coverage: 0.6, round: 1, opportunity: importance-times-gap, gate_alert_at: 1}
        bands: [{from: 1, label: Begin}, {from: 2.5, label: Go on, meaning: Nearly there.}]
        combining: {groups: [leaders, staff], method: equal-groups, group_summary: median, minimum_group: 3, differ_at: 1, agreement: {index: average-deviation, agree_at_or_below: 0.7}}
        notices: {how_to_read: [Talk about it.], not_a_test: It is no test., one_view: One view of many.}
        -- areas/people/checklist.yml --
        items:
          - id: PEO-01
            title: Ask every manager
            why: They know.
            how: people/one
            done_when: [Everybody was asked.]
            evidence: none
            owner: lead
            phase: run
            effort: S
            priority: must
        -- areas/people/assessment.yml --
        items:
          - id: PEO-A1
            statement: Managers are asked.
            levels: {1: Nobody asks., 2: Some are asked., 3: All are asked., 4: All are asked and answered.}
            weight: 2
            importance: 5
            gate: true
            chapters: [people/one]
            checklist: [PEO-01]
          - id: PEO-A2
            statement: People answer.
            levels: {1: Never., 2: At times., 3: Mostly., 4: Always.}
        -- areas/rules/one.md --
        ---
        id: rules/one
        title: Rules
        ---
        ## First {#first}
        Words.
        -- areas/rules/assessment.yml --
        items:
          - id: RUL-A1
            statement: Rules are read.
            importance: 2
            levels: {1: By nobody., 2: By some., 3: By all., 4: By all and used.}
        -- organizations/alder/organization.yml --
        id: alder
        name: Alderwood Clinic
        """;

    /// <summary>The text of an answer file.</summary>
    public static string Answers(string group, params (string Item, object Answer)[] answers) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["format"] = "playbook-answers",
        ["schema"] = 1,
        ["playbook"] = "tiny",
        ["edition"] = "alder",
        ["assessment"] = "check",
        ["version"] = 2,
        ["group"] = group,
        ["answers"] = answers.ToDictionary(each => each.Item, each => each.Answer),
        ["pulse"] = new Dictionary<string, int>(),
    });

    /// <summary>Combines answer files named <c>0.json</c>, <c>1.json</c> … for Alderwood.</summary>
    public static CombinationResult Combine(TinySite site, params string[] files) => AnswerCombination.Combine(
        new BuildOptions { InputFolder = site.InputFolder, ThemeFolder = RepositoryFolder.PathOf("theme"), Editions = ["alder"] },
        [.. files.Select((text, at) => new SourceText(new InputPath($"{at}.json"), text))],
        new DateOnly(2027, 3, 1));
}
