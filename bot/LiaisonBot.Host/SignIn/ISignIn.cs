namespace LiaisonBot.Host.SignIn;

/// <summary>Somebody who has shown who they are.</summary>
/// <param name="Account">Entra object id.</param>
/// <param name="Name">Sign-in name (UPN), by which somebody may have been entered; null when it was not told.</param>
/// <param name="InTeams">The page stands inside Teams, on a page of another site.</param>
/// <param name="To">The page that was asked for; null for the first one. May be anything: it is checked where it is used.</param>
public sealed record SignedIn(string Account, string? Name = null, bool InTeams = false, string? To = null);

/// <summary>How people show who they are: a port, since it depends on where the bot runs.</summary>
public interface ISignIn
{
    /// <summary>Everything under <c>/tab/signin</c>.</summary>
    /// <param name="step">What stands behind that and a slash in the address; empty for the page itself.</param>
    /// <returns>Who it is: they get a session. Null when nobody is known yet: then the request was answered (a way to
    /// Entra), or, where the response is untouched, people are asked to sign in.</returns>
    Task<SignedIn?> TakeAsync(HttpContext http, string step);
}
