using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Hosting;

/// <summary><c>GET /api/matters</c> and <c>/api/matters/1301-12</c>: matters as JSON or CSV, for the office's own reports. Reads only.</summary>
public sealed class ReportEndpoint(BotApp app)
{
    public async Task Handle(HttpContext http)
    {
        var number = http.Request.RouteValues["number"] as string;
        var (query, wrong) = ReportQuery.Read(number, name => http.Request.Query[name] is [{ Length: > 0 } value] ? value : null, app.Year);
        if (query is null)
        {
            await http.Refuse(StatusCodes.Status400BadRequest, wrong!);
            return;
        }
        Report? report;
        try
        {
            report = await app.Report(query, http.RequestAborted);
        }
        catch (StoreUnavailableException e)
        {
            await http.Refuse(StatusCodes.Status503ServiceUnavailable, e.Message);
            return;
        }
        if (report is null)
        {
            await http.Refuse(StatusCodes.Status404NotFound, "there is no such matter");
            return;
        }
        http.Response.ContentType = report.MediaType;
        http.Response.ContentLength = report.Body.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{report.FileName}\"";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.Body.WriteAsync(report.Body, http.RequestAborted);
    }
}
