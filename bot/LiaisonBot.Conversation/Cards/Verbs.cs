namespace LiaisonBot.Conversation.Cards;

/// <summary>Names of what buttons carry. They stand in cards for years, and stay as they are.</summary>
internal static class Verbs
{
    public const string Act = "act";

    /// <summary>Several, with commas between.</summary>
    public const string Numbers = "numbers";
    public const string Text = "text";

    /// <summary>The other tasks of a notice of which one is assigned, as typed.</summary>
    public const string Rest = "rest";
    public const string Person = "person";
    public const string Account = "account";
    public const string Message = "message";
    public const string Number = "number";
    public const string Grant = "grant";
    public const string Visit = "visit";

    /// <summary>Key of a change of the division.</summary>
    public const string AreaChange = "areaChange";
}
