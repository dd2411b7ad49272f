using LiaisonBot.Conversation;

namespace LiaisonBot.Host.SignIn;

/// <summary>What a step of signing in came to.</summary>
public abstract record SignInStep
{
    /// <summary>Somebody has shown who they are: they get a session.</summary>
    /// <param name="Account">Entra object id.</param>
    /// <param name="Name">Sign-in name (UPN), by which somebody may have been entered; null when it was not told.</param>
    /// <param name="InTeams">The page stands inside Teams, on a page of another site.</param>
    /// <param name="To">The page that was asked for; null for the first one. May be anything: it is checked where it is
    /// used.</param>
    public sealed record Known(string Account, string? Name = null, bool InTeams = false, string? To = null) : SignInStep;

    /// <summary>The response is written: a way to Entra, or a word to the script of a page.</summary>
    public sealed record Answered : SignInStep;

    /// <summary>People are asked to sign in.</summary>
    public sealed record Ask : SignInStep;

    /// <summary>Teams opened the page: it knows who somebody is, and a script asks it.</summary>
    public sealed record AskTeams : SignInStep;

    /// <summary>There is no such step.</summary>
    public sealed record Nothing : SignInStep;

    /// <summary>A page says why somebody did not get in.</summary>
    public sealed record Refused(int Status, Text Why) : SignInStep;
}

/// <summary>How people show who they are: a port, since it depends on where the bot runs.</summary>
public interface ISignIn
{
    /// <summary>Everything under <c>/tab/signin</c>.</summary>
    /// <param name="step">What stands behind that and a slash in the address; empty for the page itself.</param>
    Task<SignInStep> TakeAsync(HttpContext http, string step);
}
