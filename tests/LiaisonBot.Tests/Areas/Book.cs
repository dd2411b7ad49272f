using LiaisonBot.Core.Areas;

namespace LiaisonBot.Tests.Areas;

/// <summary>Books and answers, short to say.</summary>
internal static class Book
{
    public static AreaBook Hebei(params (string Code, string Name)[] units) =>
        AreaBook.Load(AreaCode.Parse("13"), units.Select(unit => new Area(AreaCode.Parse(unit.Code), unit.Name)));

    public static Area One(AreaMatch match) => Assert.IsType<AreaMatch.One>(match).Area;

    /// <summary>The codes with a space between; empty for none.</summary>
    public static string Codes(AreaMatch match) => match switch
    {
        AreaMatch.One(var area) => area.Code.Value,
        AreaMatch.Several(var areas) => string.Join(' ', areas.Select(area => area.Code.Value)),
        _ => "",
    };
}
