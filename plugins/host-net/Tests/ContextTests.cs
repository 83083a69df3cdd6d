using System.Text.Json;
using Bbl.Plugins.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Bbl.Plugins.Tests;

/// <summary>The rules see of the execution context what dataverse/src/ports/execution.ts promises.</summary>
public class ContextTests
{
    [Fact]
    public void The_context_crosses_whole()
    {
        var id = Guid.Parse("0e89d42d-a12c-4632-9a42-5b9fa087b0db");
        var parent = new FakeContext { MessageName = "bbl_SetBillingStatus", Stage = 30 };
        var context = new FakeContext { MessageName = "Context", Stage = 40, Depth = 2, PrimaryEntityName = "bbl_milestonesplit", PrimaryEntityId = id, ParentContext = parent };
        context.SharedVariables["tag"] = "x";
        context.SharedVariables["foreign"] = new Uri("https://example.com");
        context.InputParameters["Target"] = new Entity("bbl_milestonesplit", id) { ["bbl_name"] = "S" };
        context.PreEntityImages["PreImage"] = new Entity("bbl_milestonesplit", id) { ["bbl_round"] = 1 };
        var seen = Seen(context);

        Assert.Equal("bbl_milestonesplit", seen.GetProperty("table").GetString());
        Assert.Equal(40, seen.GetProperty("stage").GetInt32());
        Assert.Equal(id.ToString(), seen.GetProperty("rowId").GetString());
        Assert.Equal("S", seen.GetProperty("target").GetProperty("bbl_name").GetString());
        Assert.Equal(1, seen.GetProperty("preImage").GetProperty("bbl_round").GetInt32());
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("postImage").ValueKind);
        var above = seen.GetProperty("parents")[0];
        Assert.Equal("bbl_SetBillingStatus", above.GetProperty("message").GetString());
        Assert.Equal("", above.GetProperty("table").GetString());
        Assert.Equal("""{"tag":"x"}""", seen.GetProperty("sharedVariables").GetRawText());
        Assert.Equal(FakeContext.SystemUserId.ToString(), seen.GetProperty("systemUserId").GetString());
    }

    [Theory]
    [InlineData(10, 2, "{}")]
    [InlineData(20, 2, "{\"kept\":\"by stage 10\"}")]
    [InlineData(40, 2, "{\"kept\":\"by stage 10\"}")]
    [InlineData(40, 3, "{}")]
    public void Of_the_contexts_above_only_the_message_s_own_outer_one_shows_its_variables(int stage, int depth, string expected)
    {
        var command = new FakeContext { MessageName = "bbl_SetBillingStatus", Stage = 30 };
        command.SharedVariables["kept"] = "by the command";
        var outer = new FakeContext { MessageName = "Delete", PrimaryEntityName = "bbl_project", Depth = 2, ParentContext = command };
        outer.SharedVariables["kept"] = "by stage 10";
        var context = new FakeContext { MessageName = "Context", Stage = stage, Depth = depth, PrimaryEntityName = "bbl_project", ParentContext = outer };
        var variables = Seen(context).GetProperty("parents").EnumerateArray().Select(parent => parent.GetProperty("sharedVariables").GetRawText());
        Assert.Equal([expected, "{}"], variables);
    }

    [Fact]
    public void A_missing_image_is_null_not_an_error()
    {
        var context = new FakeContext { MessageName = "Context", Stage = 20, PrimaryEntityName = "bbl_project" };
        var seen = Seen(context);
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("preImage").ValueKind);
        Assert.Equal("", seen.GetProperty("rowId").GetString());
    }

    [Fact]
    public void Settings_of_the_platform_and_columns_of_other_kinds_do_not_stop_the_rules()
    {
        var context = new FakeContext { MessageName = "Context", Stage = 10, PrimaryEntityName = "bbl_project" };
        context.InputParameters["ConcurrencyBehavior"] = ConcurrencyBehavior.IfRowVersionMatches;
        context.InputParameters["Target"] = new Entity("bbl_project") { ["bbl_name"] = "P", ["new_weight"] = 1.5, ["new_photo"] = new byte[] { 1 } };
        var seen = Seen(context);
        Assert.Empty(seen.GetProperty("parameters").EnumerateObject());
        Assert.Equal("""{"bbl_name":"P","new_weight":null,"new_photo":null}""", seen.GetProperty("target").GetRawText());
    }

    private static JsonElement Seen(FakeContext context)
    {
        Shipped.Run(Shipped.Probe, "StepPlugin", context);
        return JsonDocument.Parse((string)context.OutputParameters["Context"]!).RootElement;
    }
}
