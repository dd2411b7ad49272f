using System.Net;
using LiaisonBot.Host.SignIn;

namespace LiaisonBot.Local.Demo;

/// <summary>
/// No sign-in: whoever follows the link of a person of the demo is that person. On this machine alone; a real host has
/// nobody there.
/// </summary>
internal sealed class DemoSignIn(bool isDemo) : ISignIn
{
    /// <summary>The link that makes somebody a person of the demo.</summary>
    public static Uri Of(Uri host, string account) => new(host, $"/tab/signin/{account}");

    public Task<SignInStep> TakeAsync(HttpContext http, string step) =>
        Task.FromResult<SignInStep>(
            isDemo
            && HttpMethods.IsGet(http.Request.Method)
            && Guid.TryParse(step, out var account)
            && http.Connection.RemoteIpAddress is { } from
            && IPAddress.IsLoopback(from)
            && IsHere(http.Request.Host.Host)
                ? new SignInStep.Known(account.ToString())
                : step.Length == 0 ? new SignInStep.Ask() : new SignInStep.Nothing());

    private static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
