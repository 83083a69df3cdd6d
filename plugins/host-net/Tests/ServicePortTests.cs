using System.Text.Json;
using Bbl.Plugins.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Bbl.Plugins.Tests;

/// <summary>Every operation of the service port becomes the call of the organisation service that it stands for.</summary>
public class ServicePortTests
{
    private static readonly Guid Id = Guid.Parse("0e89d42d-a12c-4632-9a42-5b9fa087b0db");

    [Fact]
    public void Create_sends_typed_attributes_and_answers_the_id()
    {
        Entity? sent = null;
        var service = new FakeOrganizationService { OnCreate = entity => { sent = entity; return Id; } };
        var answer = Call(service, """{"as":"system","op":"create","table":"bbl_milestone","row":{"bbl_amount":{"t":"money","v":"12.34"},"bbl_name":"M"}}""");
        Assert.Equal(12.34m, Assert.IsType<Money>(sent!["bbl_amount"]).Value);
        Assert.Equal(Id.ToString(), answer.GetProperty("value").GetProperty("v").GetString());
    }

    [Fact]
    public void System_calls_use_no_user_and_user_calls_the_context_s()
    {
        var asked = new List<Guid?>();
        var context = new FakeContext { MessageName = "Call" };
        context.InputParameters["Request"] = $$"""{"as":"system","op":"delete","table":"bbl_project","id":"{{Id}}"}""";
        var services = new FakeServices(context, user => { asked.Add(user); return new FakeOrganizationService { OnDelete = (_, _) => { } }; });
        Shipped.Run(Shipped.Probe, "CustomApiPlugin", services);
        context.InputParameters["Request"] = $$"""{"as":"user","op":"delete","table":"bbl_project","id":"{{Id}}"}""";
        Shipped.Run(Shipped.Probe, "CustomApiPlugin", services);
        Assert.Equal([null, context.UserId], asked);
    }

    [Fact]
    public void Retrieve_asks_for_the_columns_and_answers_the_row()
    {
        var service = new FakeOrganizationService
        {
            OnRetrieve = (table, id, columns) => new Entity(table, id) { [columns.Columns[0]] = new OptionSetValue(482100000) },
        };
        var answer = Call(service, $$"""{"as":"user","op":"retrieve","table":"bbl_milestone","id":"{{Id}}","columns":["bbl_headerstatus"]}""");
        Assert.Equal(482100000, answer.GetProperty("value").GetProperty("bbl_headerstatus").GetProperty("v").GetInt32());
    }

    [Fact]
    public void Update_with_a_row_version_asks_the_platform_to_compare_it()
    {
        OrganizationRequest? sent = null;
        var service = new FakeOrganizationService { OnExecute = request => { sent = request; return new OrganizationResponse(); } };
        Call(service, $$"""{"as":"user","op":"update","table":"bbl_invoice","id":"{{Id}}","row":{"bbl_name":"x"},"rowVersion":"77"}""");
        Assert.Equal("Update", sent!.RequestName);
        Assert.Equal(ConcurrencyBehavior.IfRowVersionMatches, sent.Parameters["ConcurrencyBehavior"]);
        Assert.Equal("77", Assert.IsType<Entity>(sent.Parameters["Target"]).RowVersion);
    }

    [Fact]
    public void RetrieveMultiple_passes_FetchXml_on_and_answers_the_page()
    {
        var page = new EntityCollection { MoreRecords = true, PagingCookie = "<cookie page=\"1\"/>" };
        page.Entities.Add(new Entity("bbl_contract") { ["c.bbl_name"] = new AliasedValue("bbl_contract", "bbl_name", "Contract") });
        var service = new FakeOrganizationService { OnRetrieveMultiple = query => query == "<fetch/>" ? page : throw new NotSupportedException() };
        var value = Call(service, """{"as":"user","op":"retrieveMultiple","fetchXml":"<fetch/>"}""").GetProperty("value");
        Assert.True(value.GetProperty("moreRecords").GetBoolean());
        Assert.Equal("<cookie page=\"1\"/>", value.GetProperty("pagingCookie").GetString());
        Assert.Equal("Contract", value.GetProperty("rows")[0].GetProperty("c.bbl_name").GetString());
    }

    [Fact]
    public void Execute_sends_the_message_and_reads_lists_of_objects()
    {
        var service = new FakeOrganizationService
        {
            OnExecute = request => new OrganizationResponse
            {
                Results = { ["RolePrivileges"] = new object[] { new { Depth = Depth.Global, PrivilegeId = Id } } },
            },
        };
        var value = Call(service, """{"as":"system","op":"execute","message":"RetrieveUserPrivilegeByPrivilegeName","parameters":{"PrivilegeName":"prvWritebbl_Milestone"}}""");
        Assert.Equal(3, value.GetProperty("value").GetProperty("RolePrivileges")[0].GetProperty("Depth").GetInt32());
    }

    [Fact]
    public void A_failed_call_is_answered_with_code_and_text()
    {
        var service = new FakeOrganizationService { OnDelete = (_, _) => throw new FakeFaultException(unchecked((int)0x80040217), "Does Not Exist") };
        var fault = Call(service, $$"""{"as":"user","op":"delete","table":"bbl_project","id":"{{Id}}"}""").GetProperty("fault");
        Assert.Equal("0x80040217", fault.GetProperty("code").GetString());
        Assert.Equal("Does Not Exist", fault.GetProperty("message").GetString());
    }

    private static JsonElement Call(IOrganizationService service, string request)
    {
        var context = new FakeContext { MessageName = "Call" };
        context.InputParameters["Request"] = request;
        Shipped.Run(Shipped.Probe, "CustomApiPlugin", context, service);
        return JsonDocument.Parse((string)context.OutputParameters["Answer"]!).RootElement;
    }

    private enum Depth
    {
        Global = 3,
    }
}
