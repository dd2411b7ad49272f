using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.OfficeReports;

/// <summary>Which matters a report is about, and how it is written.</summary>
/// <param name="Number">One matter with its history; null for the list.</param>
/// <param name="Open">Open matters; false for ended ones, null for both.</param>
/// <param name="Area">Of this place and what lies below it; null for all.</param>
public sealed record ReportQuery(MatterNumber? Number, bool? Open, AreaCode? Area, bool AsCsv, Language Language)
{
    /// <summary>
    /// What was asked for, in words for the log: codes and numbers as they were understood, nothing as it was typed.
    /// </summary>
    public string Asked => (Number is { } number
        ? $"matter {number.Key}"
        : $"matters {Open switch { true => "open", false => "ended", null => "all" }} of {Area?.Value ?? "everywhere"}")
        + (AsCsv ? " as csv" : " as json");

    /// <summary>Reads the query of <c>/api/matters</c>, or says in one line what is wrong with it.</summary>
    /// <param name="number">What stands behind <c>/api/matters/</c>, or null.</param>
    /// <param name="value">The value of a parameter: <c>state</c> open, ended or all; <c>area</c> a code; <c>format</c>
    /// json or csv; <c>lang</c> zh or en.</param>
    public static (ReportQuery? Query, string? Wrong) Read(string? number, Func<string, string?> value, int year)
    {
        MatterNumber? matter = null;
        if (number is not null)
        {
            if (!MatterNumber.TryParse(number, year, out var parsed))
            {
                return (null, "a matter's number is like 1301-12 or 2026-1301-12");
            }

            matter = parsed;
        }

        AreaCode? area = null;
        if (value("area") is { } code)
        {
            if (!AreaCode.TryParse(code, out var parsed))
            {
                return (null, "area is the code of a place, like 1301 or 130102");
            }

            area = parsed;
        }

        bool? open;
        switch (value("state") ?? "open")
        {
            case "open": open = true; break;
            case "ended": open = false; break;
            case "all": open = null; break;
            default: return (null, "state is open, ended or all");
        }

        if ((value("format") ?? "json") is not ("json" or "csv"))
        {
            return (null, "format is json or csv");
        }

        if ((value("lang") ?? "zh") is not ("zh" or "en"))
        {
            return (null, "lang is zh or en");
        }

        return (
            new(
                matter,
                open,
                area,
                value("format") == "csv",
                value("lang") == "en" ? Language.English : Language.Chinese),
            null);
    }
}
