using Bbl.Replay;
using Xunit;

namespace Bbl.Plugins.Tests;

/// <summary>The judge is judged: a replay notices whatever differs and says where.</summary>
public class ReplayerTests
{
    private const string Id = "0e89d42d-a12c-4632-9a42-5b9fa087b0db";

    private static readonly string Called = Line(
        "Call",
        $$"""[{"request":{"as":"user","op":"update","table":"bbl_project","id":"{{Id}}","row":{"bbl_name":"P","bbl_amount":{"t":"money","v":"1.50"} } },"answer":{"value":null} }]""",
        """{"ok":true,"output":{"Answer":"{\"value\":null}"} }""",
        $$"""{"Request":"{\"as\":\"user\",\"op\":\"update\",\"table\":\"bbl_project\",\"id\":\"{{Id}}\",\"row\":{\"bbl_name\":\"P\",\"bbl_amount\":{\"t\":\"money\",\"v\":\"1.50\"} } }"}""");

    private static readonly string Refused = Line(
        "Refuse", "[]", """{"ok":false,"refused":{"code":"BBL-MST-02","message":"BBL-MST-02: Design is on draft INV-1."} }""");

    [Fact]
    public void A_true_recording_has_no_difference()
    {
        Assert.Null(Difference(Called));
        Assert.Null(Difference(Refused));
    }

    [Theory]
    [InlineData("\"P\"", "\"Q\"", "call 1: row.bbl_name: expected \"Q\", found \"P\"")]
    [InlineData("\"1.50\"", "\"1.5\"", "call 1: row.bbl_amount: expected Money 1.5, found Money 1.50")]
    [InlineData("\"money\"", "\"decimal\"", "call 1: row.bbl_amount: expected Decimal 1.50, found Money 1.50")]
    [InlineData("\"as\":\"user\"", "\"as\":\"system\"", "call 1: as: expected \"system\", found \"user\"")]
    [InlineData("\"bbl_name\":\"P\",", "", "call 1: row.bbl_name: expected nothing, found \"P\"")]
    [InlineData("{\"value\":null} }]", "{\"value\":null} },{\"request\":{},\"answer\":{} }]", "call 2 of 2 was not made")]
    [InlineData("{\\\"value\\\":null}", "other", "output.Answer: expected \"other\", found \"{\"value\":null}\"")]
    public void A_difference_is_named_with_call_and_field(string recorded, string changed, string where)
    {
        var index = Called.IndexOf(recorded, StringComparison.Ordinal);
        var line = string.Concat(Called.AsSpan(0, index), changed, Called.AsSpan(index + recorded.Length));
        Assert.Equal($"/Call.30, {where}", Difference(line));
    }

    [Fact]
    public void A_call_too_many_and_another_refusal_are_differences()
    {
        var uncalled = Called.Remove(Called.IndexOf("\"calls\":[", StringComparison.Ordinal) + 9, Called.IndexOf("],\"outcome\"", StringComparison.Ordinal) - Called.IndexOf("\"calls\":[", StringComparison.Ordinal) - 9);
        Assert.Equal("/Call.30, call 1: update as user: no further call was recorded", Difference(uncalled));
        Assert.StartsWith("/Refuse.30, refusal: ", Difference(Refused.Replace("INV-1.", "INV-2.", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static string? Difference(string line) => new Replayer(Shipped.Probe).Difference(line);

    private static string Line(string message, string calls, string outcome, string parameters = "{}") =>
        $$"""
        {"calls":{{calls}},"outcome":{{outcome}},"context":{"message":"{{message}}","table":"","stage":30,"mode":0,"depth":1,"rowId":"","userId":"{{Id}}","systemUserId":"{{Id}}","initiatingUserId":"{{Id}}","organizationId":"{{Id}}","businessUnitId":"{{Id}}","correlationId":"{{Id}}","now":"2026-03-31T08:00:00Z","isInTransaction":true,"target":null,"parameters":{{parameters}},"preImage":null,"postImage":null,"sharedVariables":{},"parents":[]} }
        """;
}
