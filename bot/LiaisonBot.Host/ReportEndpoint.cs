using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host.Api;

namespace LiaisonBot.Host;

/// <summary>
/// <c>GET /api/matters</c> and <c>/api/matters/1301-12</c>: matters as JSON or CSV, for reports of one's own. Reads
/// only. Each reading is logged: who, what was asked, how much was given; no names, no texts.
/// </summary>
public sealed class ReportEndpoint(BotApp app, ILogger log)
{
    public async Task HandleAsync(HttpContext http, ApiReader reader)
    {
        var number = http.Request.RouteValues["number"] as string;
        var (query, wrong) = ReportQuery.Read(
            number,
            name => http.Request.Query[name] is [{ Length: > 0 } value] ? value : null,
            app.Year);
        if (query is null)
        {
            await RefuseAsync(http, reader, "what cannot be understood", StatusCodes.Status400BadRequest, wrong!);
            return;
        }

        OfficeReport? report;
        try
        {
            if (await app.ReaderAsync(reader, http.RequestAborted) is not { } person)
            {
                await RefuseAsync(
                    http,
                    reader,
                    query.Asked,
                    StatusCodes.Status403Forbidden,
                    "This account is not known to the bot: the office enters people, and they write to the bot once.");
                return;
            }

            report = await app.ReportAsync(query, person, http.RequestAborted);
        }
        catch (StoreUnavailableException e)
        {
            await RefuseAsync(http, reader, query.Asked, StatusCodes.Status503ServiceUnavailable, e.Message);
            return;
        }

        if (report is null)
        {
            await RefuseAsync(http, reader, query.Asked, StatusCodes.Status404NotFound, "there is no such matter");
            return;
        }

        Log(reader, query.Asked, StatusCodes.Status200OK, report.Rows);
        http.Response.ContentType = report.MediaType;
        http.Response.ContentLength = report.Body.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{report.FileName}\"";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.Body.WriteAsync(report.Body, http.RequestAborted);
    }

    private async Task RefuseAsync(HttpContext http, ApiReader reader, string asked, int status, string why)
    {
        Log(reader, asked, status, 0);
        await http.RefuseAsync(status, why);
    }

    private void Log(ApiReader reader, string asked, int status, int rows) =>
        log.LogInformation(
            "The API was read by {Who}: {Asked}, {Status}, {Rows} rows",
            reader.Who,
            asked,
            status,
            rows);
}
