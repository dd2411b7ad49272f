namespace LiaisonBot.Conversation.Phrases;

/// <summary>Reads dates as of the day on which somebody is spoken to.</summary>
public static class DatesOf
{
    extension(Localizer localizer)
    {
        public DatePhrase Dates => new(localizer.Today, localizer.Calendar);
    }
}
