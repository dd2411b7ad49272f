using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host.SignIn;
using LiaisonBot.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using NodaTime.Text;

namespace LiaisonBot.Web;

/// <summary>
/// <c>/tab/…</c> of every host: the pages beside the chat, what signs people in, and the turns that are taken there. Whoever
/// is not signed in gets nothing of them. A page of something that one may not see is the same as of nothing.
/// </summary>
/// <param name="isSecure">Served over https; false on one machine alone.</param>
public sealed class TabEndpoint(ISignIn signIn, bool isSecure, TimeProvider time, ILogger log)
{
    /// <summary>The route, in every host. Without a slash in front, as Functions writes it.</summary>
    public const string Route = "tab/{*path}";

    /// <summary>Bytes of a form.</summary>
    private const int FormBytes = 4096;

    /// <summary>On one machine all come from one address and nobody attacks: so many times as often.</summary>
    private const int TimesOnOneMachine = 20;

    private const string CardHeader = "X-Liaison-Card";

    /// <summary>Where Teams, Outlook and Microsoft 365 show pages of apps, and Teams of 21Vianet.</summary>
    private const string Framers =
        "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com https://teams.microsoftonline.cn";

    /// <summary>To read addresses without a host by.</summary>
    private static readonly Uri Anywhere = new("https://localhost");

    private readonly TabSession session = new(isSecure);

    /// <summary>Of a person who is signed in; an open page asks every four seconds whether it still stands.</summary>
    private readonly RequestLimiter people =
        new(120 * (isSecure ? 1 : TimesOnOneMachine), TimeSpan.FromSeconds(20), time);

    /// <summary>Of an address from which nobody is signed in. A whole office may come from one, and signs in by three requests.</summary>
    private readonly RequestLimiter strangers =
        new(300 * (isSecure ? 1 : TimesOnOneMachine), TimeSpan.FromMinutes(1), time);

    public async Task HandleAsync(HttpContext http, BotApp app)
    {
        Protect(http.Response);
        var path = http.Request.Path.StartsWithSegments(View.Root, StringComparison.Ordinal, out var behind) ? behind.Value!.Trim('/') : "";
        var (first, rest) = path.IndexOf('/') is >= 0 and var at ? (path[..at], path[(at + 1)..]) : (path, "");
        try
        {
            await (first switch
            {
                "assets" when IsGet(http) => StaticFiles.HandleAsync(http, rest),
                "signin" => SignInAsync(http, app, rest),
                _ => SignedInAsync(http, app, first, rest),
            });
        }
        catch (StoreUnavailableException)
        {
            await OutsideAsync(http, StatusCodes.Status503ServiceUnavailable, Texts.StoreBusy);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await http.RefuseAsync(bad.StatusCode, "the request is malformed");
        }
        catch (Exception e) when (e is not OperationCanceledException
            && !http.Response.HasStarted
            && !http.RequestAborted.IsCancellationRequested)
        {
            // The stack says where; the message is left out, it may quote what a person wrote.
            log.LogError("A page failed: {Kind} {Where}", e.GetType().Name, e.StackTrace);
            await OutsideAsync(http, StatusCodes.Status500InternalServerError, Texts.SomethingBroke);
        }
    }

    private void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + $"form-action 'self'; base-uri 'none'; frame-ancestors 'self' {Framers}";
        response.Headers.XContentTypeOptions = "nosniff";
        // Without any, a form would not say where it comes from either.
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        if (isSecure)
        {
            response.Headers.StrictTransportSecurity = "max-age=31536000";
        }
    }

    private async Task SignInAsync(HttpContext http, BotApp app, string step)
    {
        if (!await IsAdmittedAsync(http, strangers, RequestLimiter.Sender(http)))
        {
            return;
        }

        switch (await signIn.TakeAsync(http, step))
        {
            case SignInStep.Known known:
                await AdmitAsync(http, app, known);
                break;
            case SignInStep.Ask:
                await AskToSignInAsync(http, app, StatusCodes.Status401Unauthorized);
                break;
            case SignInStep.AskTeams:
                await WriteAsync(http, await Rendering.HtmlAsync(typeof(TeamsDoor), new(StringComparer.Ordinal)
                {
                    ["To"] = Target(http.Request.Query["to"]),
                }));
                break;
            case SignInStep.Nothing:
                await AskToSignInAsync(http, app, StatusCodes.Status404NotFound);
                break;
            case SignInStep.Refused refused:
                await OutsideAsync(
                    http,
                    refused.Status,
                    refused.Why,
                    links: [(WebTexts.SignIn.Chinese + " " + WebTexts.SignIn.English, View.Address("signin"))]);
                break;
            case SignInStep.Answered:
                break;
        }
    }

    private async Task AdmitAsync(HttpContext http, BotApp app, SignInStep.Known known)
    {
        if (await PersonOfAsync(app, known, http.RequestAborted) is not { } person)
        {
            await OutsideAsync(http, StatusCodes.Status403Forbidden, WebTexts.NotEntered);
            return;
        }

        // The browser gets it when it is kept: what is lost between the two is a row that nobody can name.
        var token = TabSession.New();
        await app.Context.Services.Sessions.StartAsync(person, token, http.RequestAborted);
        session.Start(http.Response, token, known.InTeams);
        var to = Target(known.To ?? http.Request.Query["to"]);
        // The script of a page asks in its place, and goes there itself.
        if (HttpMethods.IsPost(http.Request.Method))
        {
            await http.AnswerAsync(StatusCodes.Status200OK, new Json { ["to"] = to });
            return;
        }

        http.Response.Redirect(to);
    }

    private static async Task<Person?> PersonOfAsync(BotApp app, SignInStep.Known known, CancellationToken cancellationToken) =>
        known.Name is { } name
            ? (await app.Context.Services.Accounts.RecognizeAsync(known.Account, name, cancellationToken)).Person
            : (await app.Context.Services.Directory.ReadAsync(cancellationToken)).ByObjectId(known.Account);

    /// <summary>A page of ours, and no other address; written as a header may have it.</summary>
    internal static string Target(string? wished) =>
        wished is not null
        && wished.StartsWith(View.Root + "/", StringComparison.Ordinal)
        && !wished.Contains('\\')
        && !wished.Any(char.IsControl)
        && Uri.TryCreate(Anywhere, wished, out var page)
        && page.AbsolutePath.StartsWith(View.Root + "/", StringComparison.Ordinal)
            ? page.PathAndQuery
            : View.Address(AllPages.First.Route);

    private async Task SignedInAsync(HttpContext http, BotApp app, string route, string rest)
    {
        var token = session.TokenOf(http.Request);
        var person = token is null ? null : await app.Context.Services.Sessions.FindAsync(token, http.RequestAborted);
        if (person is null || token is null)
        {
            await StrangerAsync(http, app, route);
            return;
        }

        if (!await IsAdmittedAsync(http, people, person.Id))
        {
            return;
        }

        switch (route)
        {
            case "turn" when HttpMethods.IsPost(http.Request.Method):
                await TurnAsync(http, app, person, token);
                break;
            case "file" when HttpMethods.IsPost(http.Request.Method):
                await FileAsync(http, app, person, token);
                break;
            case "seen" when HttpMethods.IsPost(http.Request.Method):
                await SeenAsync(http, app, person, token);
                break;
            case "evidence" when IsGet(http):
                await EvidenceAsync(http, app, person, rest);
                break;
            case "signout" when HttpMethods.IsPost(http.Request.Method):
                await SignOutAsync(http, app, token);
                break;
            case "" when IsGet(http):
                http.Response.Redirect(View.Address(AllPages.First.Route));
                break;
            default:
                await PageAsync(http, app, person, token, IsGet(http) ? AllPages.Find(route) : null, rest);
                break;
        }
    }

    private async Task StrangerAsync(HttpContext http, BotApp app, string route)
    {
        if (!await IsAdmittedAsync(http, strangers, RequestLimiter.Sender(http)))
        {
            return;
        }

        if (IsGet(http) && route is not "turn")
        {
            http.Response.Redirect(View.Address("signin", ("to", http.Request.Path + http.Request.QueryString)));
        }
        else if (IsOfScript(http))
        {
            await OutsideAsync(http, StatusCodes.Status401Unauthorized, WebTexts.Stale);
        }
        else
        {
            await AskToSignInAsync(http, app, StatusCodes.Status401Unauthorized);
        }
    }

    /// <summary>The script of a page asks, which shows what is said and no page.</summary>
    private static bool IsOfScript(HttpContext http) => http.Request.Headers.ContainsKey(View.ProofName);

    private static async Task<bool> IsAdmittedAsync(HttpContext http, RequestLimiter limiter, string who)
    {
        if (limiter.TryTake(who))
        {
            return true;
        }

        limiter.Refuse(http.Response);
        await OutsideAsync(http, StatusCodes.Status429TooManyRequests, WebTexts.TooOften);
        return false;
    }

    private static async Task PageAsync(HttpContext http, BotApp app, Person person, string token, Page? page, string rest)
    {
        var language = await LanguageOfAsync(http, app, person);
        var card = http.Request.Headers[CardHeader] is [{ Length: 32 } known] && known.All(char.IsAsciiHexDigitLower)
            ? known
            : RandomNumberGenerator.GetHexString(32, lowercase: true);
        var view = new View(
            app,
            page ?? AllPages.First,
            person,
            await app.VoiceAsync(language, http.RequestAborted),
            rest,
            http.Request.Query,
            TabSession.Proof(token),
            card,
            http.RequestAborted);
        var body = page is null || page.For?.Invoke(person) == false
            ? null
            : await Rendering.HtmlAsync(page.Component, With(view));
        if (view.File is { } file)
        {
            await GiveAsync(http, file);
            return;
        }

        if (body is null || view.IsMissing)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            body = await Rendering.HtmlAsync(typeof(NothingHere), With(view));
            page = null;
        }

        var heading = page is null ? view.Say(WebTexts.NothingHere) : Plain(view.Title ?? Localizer.AtStart(view.Say(page.Title)));
        var whole = With(view);
        var mark = MarkOf(body, heading, view.Localizer.Tag, view.Proof, StaticFiles.Address("tab.js"));
        (whole["Route"], whole["Heading"], whole["Mark"], whole["Body"]) = (page?.Route ?? "", heading, mark, new MarkupString(body));
        // A page that asks again whether it still stands gets nothing when it does.
        http.Response.Headers.ETag = mark;
        if (http.Response.StatusCode == StatusCodes.Status200OK && http.Request.Headers.IfNoneMatch == mark)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        whole["IsLive"] = page?.IsLive == true;
        whole["Menu"] = await AllPages.MenuAsync(view);
        await WriteAsync(http, await Rendering.HtmlAsync(typeof(Layout), whole));
    }

    /// <summary>Without what turns text around: a title has no place in which that would end.</summary>
    private static string Plain(string title) =>
        string.Concat(title.Where(c => c is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')));

    private static string MarkOf(params IEnumerable<string> parts) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32]}\"";

    private static async Task GiveAsync(HttpContext http, PageFile file)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.ContentType = file.MediaType;
        http.Response.ContentLength = file.Body.Length;
        await http.Response.Body.WriteAsync(file.Body, http.RequestAborted);
    }

    /// <summary>What the person has set, else what the browser is set to, else what was spoken with them last.</summary>
    private static async Task<Language> LanguageOfAsync(HttpContext http, BotApp app, Person person) =>
        person.Preferences.Language
            ?? http.Request.GetTypedHeaders()
                .AcceptLanguage.OrderByDescending(one => one.Quality ?? 1)
                .Select(one => Languages.OfLocale(one.Value.Value))
                .FirstOrDefault(language => language is not null)
            ?? (await app.Context.Services.Directory.ReadAsync(http.RequestAborted)).ChatOf(person.Id)?.Language
            ?? Language.Chinese;

    /// <summary>A turn: the same as in the chat, answered here.</summary>
    private static async Task TurnAsync(HttpContext http, BotApp app, Person person, string token)
    {
        if (!TabSession.IsProof(token, http.Request.Headers[View.ProofName]))
        {
            await http.RefuseAsync(StatusCodes.Status403Forbidden, Both(WebTexts.Stale));
            return;
        }

        var (body, refused) = await IncomingActivity.BytesAsync(http.Request, http.RequestAborted);
        var language = await LanguageOfAsync(http, app, person);
        var address = ChatAddress.OfTab(person.Id);
        var tag = language == Language.Chinese ? "zh" : "en";
        switch (refused ?? ActivityReader.ReadTab(body, address, person.ObjectId ?? "", tag))
        {
            case Reading.Understood { Incoming: var said, Envelope: var envelope }:
                said = await WithFilesAsync(app, person, said, http.RequestAborted);
                await http.AnswerAsync(
                    StatusCodes.Status200OK,
                    Written(app, said, envelope, await app.AnswerAsync(said, http.RequestAborted)));
                break;
            case Reading.BadInvoke bad:
                await http.AnswerAsync(StatusCodes.Status400BadRequest, ActivityWriter.InvokeError(bad.Code, bad.Why));
                break;
            case Reading.Bad bad:
                await http.RefuseAsync(StatusCodes.Status400BadRequest, bad.Why);
                break;
            case Reading.Ignored ignored:
                await http.RefuseAsync(StatusCodes.Status400BadRequest, ignored.Why);
                break;
        }
    }

    /// <summary>With the files that wait for the message: they are the person's own, whatever key it names.</summary>
    private static async Task<ChatEvent> WithFilesAsync(BotApp app, Person person, ChatEvent said, CancellationToken cancellationToken) =>
        said is ChatEvent.Message { FilesKey: { Length: > 0 } key } message
            ? message with
            {
                Files = [.. (await app.Context.Services.Evidence.WaitingAsync(person, key, cancellationToken)).Select(SentFile.Of)],
            }
            : said;

    private static async Task FileAsync(HttpContext http, BotApp app, Person person, string token)
    {
        if (!TabSession.IsProof(token, http.Request.Headers[View.ProofName]))
        {
            await http.RefuseAsync(StatusCodes.Status403Forbidden, Both(WebTexts.Stale));
            return;
        }

        var localizer = await app.VoiceAsync(await LanguageOfAsync(http, app, person), http.RequestAborted);
        var (status, answer) = await FileUpload.ReceiveAsync(http, app, person, localizer);
        await http.AnswerAsync(status, answer);
    }

    /// <summary>A file of a matter: by a link that is made now, as the chat gives it.</summary>
    private static async Task EvidenceAsync(HttpContext http, BotApp app, Person person, string rest)
    {
        var services = app.Context.Services;
        if (rest.Split('/') is not [var key, var id]
            || !MatterNumber.TryParse(key, 0, out var number)
            || !(await services.Directory.ReadAsync(http.RequestAborted)).Partitions.Contains(number.City)
            || await services.Matters.FindAsync(person, number, http.RequestAborted) is not { } tree
            || tree.Evidence.FirstOrDefault(one => one.IsFile && one.Id == id) is not { } item
            || await app.Context.Downloads.EvidenceLinksAsync(
                person,
                await LanguageOfAsync(http, app, person),
                number,
                [item],
                http.RequestAborted) is not [var link])
        {
            await OutsideAsync(http, StatusCodes.Status404NotFound, WebTexts.NothingHereWhy, WebTexts.NothingHere);
            return;
        }

        http.Response.Redirect(link.ToString());
    }

    /// <summary>Each message has an id, by which the next turn can name it as its own chat would.</summary>
    private static Json Written(BotApp app, ChatEvent said, Envelope envelope, TurnAnswer answer)
    {
        if (said.IsInvoke)
        {
            return ActivityWriter.InvokeAnswer(said, answer);
        }

        List<Json> activities = [];
        foreach (var (at, message) in answer.Messages.Index())
        {
            var id = $"{said.Id}.{at}";
            app.Posted(envelope.Address, new SendAnswer.Answered(StatusCodes.Status200OK, Activity: id), message);
            var activity = ActivityWriter.Reply(envelope, message);
            activity["id"] = id;
            activities.Add(activity);
        }

        return new Json { ["activities"] = activities };
    }

    private async Task SignOutAsync(HttpContext http, BotApp app, string token)
    {
        if (await FormAsync(http, token) is null)
        {
            return;
        }

        await app.Context.Services.Sessions.EndAsync(token, http.RequestAborted);
        session.End(http.Response);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = View.Address("signin");
    }

    /// <summary>The person has seen what waited for them; the page comes again without it.</summary>
    private static async Task SeenAsync(HttpContext http, BotApp app, Person person, string token)
    {
        if (await FormAsync(http, token) is not { } form)
        {
            return;
        }

        if (InstantPattern.ExtendedIso.Parse(form.GetValueOrDefault(View.ThroughName).ToString()) is not { Success: true, Value: var through })
        {
            await http.RefuseAsync(StatusCodes.Status400BadRequest, $"{View.ThroughName} is no moment such as 2026-11-24T00:30:00Z");
            return;
        }

        await app.Context.Services.Waiting.SeenAsync(person, through, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = View.Address(AllPages.First.Route);
    }

    /// <summary>The fields of a form that a page of this session sent; null when it did not, which was answered.</summary>
    private static async Task<Dictionary<string, StringValues>?> FormAsync(HttpContext http, string token)
    {
        var body = await IncomingActivity.ReadBodyAsync(http.Request, FormBytes, http.RequestAborted);
        var form = QueryHelpers.ParseQuery(body is { } typed ? Encoding.UTF8.GetString(typed.Span) : "");
        if (TabSession.IsProof(token, form.GetValueOrDefault(View.ProofName)))
        {
            return form;
        }

        await OutsideAsync(http, StatusCodes.Status403Forbidden, WebTexts.Stale);
        return null;
    }

    /// <summary>In the demo, whom one can be.</summary>
    private static async Task AskToSignInAsync(HttpContext http, BotApp app, int status)
    {
        var to = Target(http.Request.Query["to"]);
        var links = app.IsDemo
            ? (await app.Context.Services.Directory.ReadAsync(http.RequestAborted)).People
                .Where(person => person.ObjectId is not null)
                .Select(person => (person.Name, View.Address("signin/" + person.ObjectId, ("to", to))))
                .ToList()
            : [];
        await OutsideAsync(http, status, app.IsDemo ? WebTexts.DemoIsNoSignIn : WebTexts.SignInFirst, WebTexts.SignIn, links);
    }

    private static async Task OutsideAsync(
        HttpContext http,
        int status,
        Text why,
        Text? title = null,
        IReadOnlyList<(string Name, string Address)>? links = null)
    {
        if (IsOfScript(http))
        {
            await http.RefuseAsync(status, Both(why));
            return;
        }

        http.Response.StatusCode = status;
        await WriteAsync(http, await Rendering.HtmlAsync(typeof(Outside), new(StringComparer.Ordinal)
        {
            ["Title"] = title ?? WebTexts.Product,
            ["Why"] = why,
            ["Links"] = links ?? [],
        }));
    }

    private static async Task WriteAsync(HttpContext http, string html)
    {
        var body = Encoding.UTF8.GetBytes(html);
        http.Response.Headers.Vary = "Cookie, Accept-Language, Accept-Encoding";
        http.Response.ContentType = "text/html; charset=utf-8";
        if (Encodings.TakesBrotli(http.Request))
        {
            http.Response.Headers.ContentEncoding = "br";
            using var zipped = new MemoryStream();
            await using (var zip = new BrotliStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            {
                await zip.WriteAsync(body, http.RequestAborted);
            }

            body = zipped.ToArray();
        }

        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static Dictionary<string, object?> With(View view) => new(StringComparer.Ordinal) { ["View"] = view };

    private static string Both(Text text) => $"{text.Chinese} {text.English}";

    private static bool IsGet(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
}
