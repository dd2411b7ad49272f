using System.Net;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Work;

/// <summary>A person's calendar over HTTP: given once, read by a program that cannot sign in, and stopped.</summary>
public sealed class CalendarFeedTests(BotUnderTest bot)
{
    [Fact]
    public async Task Address_IsRead_UntilItIsStopped()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("承德市");
        await Cast.Assign(leader, "双桥区", $"日历{cast.Key}", await bot.Day(10));
        await leader.Say("日历");
        var subscription = Assert.Single(leader.Links);
        Assert.Equal("webcal", subscription.Scheme);
        var address = new Uri(bot.Url, subscription.PathAndQuery);

        using (var read = await bot.Http.GetAsync(address))
        {
            Assert.Equal(
                (HttpStatusCode.OK, "text/calendar"),
                (read.StatusCode, read.Content.Headers.ContentType?.MediaType));
            var calendar = await read.Content.ReadAsStringAsync();
            Assert.Contains("到期", calendar, StringComparison.Ordinal);
            Assert.DoesNotContain($"日历{cast.Key}", calendar, StringComparison.Ordinal);
        }

        using (var head = await bot.Http.SendAsync(new(HttpMethod.Head, address)))
        {
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        }

        await leader.Press("停用");

        using var stopped = await bot.Http.GetAsync(address);
        using var wrong = await bot.Http.GetAsync(new Uri(bot.Url, "/feed/calendar.ics?key=0123"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (stopped.StatusCode, wrong.StatusCode));
        Assert.Equal("", await stopped.Content.ReadAsStringAsync() + await wrong.Content.ReadAsStringAsync());
    }
}
