using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Calendar;

/// <summary>节假日: the working calendar, and the notices that it is made of.</summary>
internal static class CalendarFeature
{
    private const string Year = "year";
    private const string What = "what";

    public static readonly Feature Feature = new("calendar",
        new("calendar.show", (turn, arguments, _) => new CalendarHandler(turn).ShowAsync(arguments[Year]))
        {
            Name = CalendarTexts.Holidays,
            Also = ["放假安排"],
            Initials = ["jjr"],
            Read = line => new("calendar.show", Arguments.Of((Year, line.Rest))),
            Help = new(CalendarTexts.HelpHolidaysWhat, IsOffice)
            {
                Say = CalendarTexts.HelpHolidays,
                Filled = localizer => localizer.ExampleYear
            },
            HelpButton = new(16, IsOffice),
        },
        new("calendar.import", (turn, arguments, _) => new CalendarHandler(turn).SayAsync(arguments[What]))
        {
            Name = CalendarTexts.ImportHolidays,
            Also = ["导入放假安排"],
            Initials = ["drjjr"],
            Read = line => new("calendar.import", Arguments.Of((What, line.Rest))),
        },
        new("calendar.check", (turn, arguments, _) => new CalendarHandler(turn).CheckAsync(arguments.Values)),
        new("calendar.edit", (turn, arguments, _) => new CalendarHandler(turn).FormAsync(arguments.Values)),
        new(
            "calendar.importNow",
            (turn, arguments, cancellationToken) =>
                new CalendarHandler(turn).ImportAsync(arguments.Values, cancellationToken)))
    {
        LongInputs = new Dictionary<string, int>(StringComparer.Ordinal) { [CalendarCards.Notice] = NoticeText.Length },
    };

    private static bool IsOffice(Person person) => person.Has(Role.Office);
}
