using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// The directory (通讯录) of a place as a workbook: whom the reader may know, and whether the bot reaches them.
/// </summary>
internal static class DirectoryBook
{
    public static IReadOnlyList<SheetPage> Of(AreaCode area, Person reader, Localizer localizer) =>
    [
        new(
            localizer.Say(SheetTexts.TemplatePeople),
            [
                new(localizer.Say(Texts.LedgerPlace), 28),
                new(localizer.Say(Texts.FieldName), 20),
                new(localizer.Say(Texts.FieldRole), 24),
                new(localizer.Say(Texts.FieldJobTitle), 20),
                new(localizer.Say(Texts.FieldPhone), 22),
                new(localizer.Say(Texts.FieldDays), 26),
                new(localizer.Say(PaperTexts.PaperReached), 28),
            ],
            [
                .. Lines(area, reader, localizer).Select(line => new object?[]
                {
                    localizer.Place(line.Grant.Area),
                    line.Person.Name,
                    localizer.RoleOf(line.Grant),
                    line.Person.JobTitle,
                    line.Person.Phone,
                    line.Grant is { From: null, To: null } ? null : localizer.DaysOf(line.Grant),
                    localizer.Say(Reach(line.Person, localizer)),
                }),
            ])
        {
            Heading = localizer.Say(Texts.DirectoryTitle, localizer.Place(area)),
        },
    ];

    /// <summary>The people above a place and in it whom the reader may know, by place.</summary>
    public static IReadOnlyList<(Person Person, Grant Grant)> Lines(AreaCode area, Person reader, Localizer localizer) =>
    [
        .. localizer.Directory.People
            .SelectMany(p => p.Entered.Where(g => !g.HasEnded(localizer.Today)).Select(g => (Person: p, Grant: g)))
            .Where(x => area.Contains(x.Grant.Area) || x.Grant.Area.Contains(area))
            .Where(x => MayKnow(reader, x.Grant))
            // Whoever came with a place that was taken over is listed once, where it is now.
            .Where(x => localizer.Directory.Areas.Now(x.Grant.Area) == x.Grant.Area)
            .OrderBy(x => x.Grant.Area).ThenBy(x => x.Grant.Role).ThenBy(x => x.Person.Name, StringComparer.Ordinal),
    ];

    /// <summary>Whether the bot reaches somebody, in words.</summary>
    public static Text Reach(Person person, Localizer localizer) => localizer.Directory.ChatOf(person.Id) switch
    {
        { Reachable: true } => Texts.Reachable,
        { } => Texts.Unreachable,
        null => Texts.NeverOpened,
    };

    /// <summary>One knows the people above one's areas and in them.</summary>
    public static bool MayKnow(Person reader, Grant grant) =>
        reader.Grants.Any(g => g.Area.Contains(grant.Area) || grant.Area.Contains(g.Area));
}
