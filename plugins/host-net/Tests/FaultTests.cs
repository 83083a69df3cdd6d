using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json.Nodes;
using Bbl.Plugins.Tests.Fakes;
using Bbl.Replay;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Bbl.Plugins.Tests;

/// <summary>The assembly that ships, when something breaks: a clear word outside, nothing further written, no internals.</summary>
public class FaultTests
{
    private const string FaultCode = "0x80040216";
    private const string FaultText = "The database ended in the middle.";
    private const int TextLength = 10_000_000;
    private const int MessageLengthMax = 1000;
    private const int CallsMax = 60;

    private static readonly string RandomTraces = Path.Combine(Shipped.Repository, "build", "conformance", "random.jsonl");

    public static TheoryData<string, string, string> HugeTexts => new()
    {
        { "bbl_CreateInvoices", "Sources", new string('x', TextLength) },
        { "bbl_CreateInvoices", "Sources", new string('[', TextLength) },
        { "bbl_CreateInvoices", "InvoiceDate", new string('9', TextLength) },
        { "bbl_SetBillingStatus", "Table", new string('b', TextLength) },
        { "bbl_SetBillingStatus", "FetchXml", string.Concat(Enumerable.Repeat("<fetch>", TextLength / 7)) },
        { "bbl_ConfirmInvoices", "After", new string('{', TextLength) },
        { "bbl_GenerateMilestones", "Mode", new string('m', TextLength) },
    };

    [Fact]
    public void A_service_fault_at_any_call_of_any_handler_ends_it_there_and_keeps_its_word()
    {
        var replayer = new Replayer(Shipped.Rules);
        var cut = OneOfEachHandler(line => (bool)line["outcome"]!["ok"]! && Calls(line).Count is > 0 and <= CallsMax)
            .SelectMany(line => Enumerable.Range(0, Calls(line).Count).Select(index => FailingAt(line, index)))
            .ToArray();
        Assert.True(cut.Length > 200, $"{cut.Length} faults are too few to say anything.");
        Assert.Empty(cut.Select(replayer.Difference).OfType<string>());
    }

    /// <summary>What the rules need of the row before, they ask the image for; nothing of it may be taken as empty.</summary>
    [Fact]
    public void A_step_without_its_image_is_an_unexpected_fault_unless_the_rules_do_not_look_at_it()
    {
        var replayer = new Replayer(Shipped.Rules);
        var recordings = OneOfEachHandler(line => (bool)line["outcome"]!["ok"]! && line["context"]!["preImage"] != null).ToArray();
        Assert.True(recordings.Length > 10, $"{recordings.Length} steps with an image are too few.");
        foreach (var recording in recordings)
        {
            recording["context"]!["preImage"] = null;
            var failing = Enumerable.Range(0, Calls(recording).Count + 1).Select(count => StoppedAfter(recording, count));
            Assert.Contains(failing.Append(recording.ToJsonString()), line => replayer.Difference(line) is null);
        }
    }

    [Theory]
    [MemberData(nameof(HugeTexts))]
    public void Ten_million_characters_are_refused_in_a_few_words(string message, string parameter, string text)
    {
        var context = new FakeContext { MessageName = message };
        context.InputParameters[parameter] = text;
        var refused = Assert.Throws<InvalidPluginExecutionException>(() => Shipped.Run(Shipped.Rules, "CustomApiPlugin", context));
        Assert.InRange(refused.Message.Length, 1, MessageLengthMax);
        Assert.Empty(context.OutputParameters);
    }

    [Fact]
    public void A_corrupt_bundle_stops_the_step_and_only_the_trace_says_why()
    {
        var target = new Entity("bbl_project") { ["bbl_name"] = "P" };
        var context = new FakeContext { MessageName = "Create", Stage = 20, PrimaryEntityName = "bbl_project" };
        context.InputParameters["Target"] = target;
        var services = new FakeServices(context, _ => new FakeOrganizationService());
        var stopped = Assert.Throws<InvalidPluginExecutionException>(() => Shipped.Run(WithCorruptBundle(), "StepPlugin", services));
        Assert.Equal($"The billing rules could not be run. Tell your administrator this number: {context.CorrelationId:D}.", stopped.Message);
        Assert.Contains(services.Lines, line => line.Contains("The rules bundle cannot be read.", StringComparison.Ordinal));
        Assert.Single(target.Attributes);
        Assert.Empty(context.SharedVariables);
    }

    [Fact]
    public void A_message_without_a_rule_is_an_unexpected_fault_never_a_silent_success()
    {
        var context = new FakeContext { MessageName = "bbl_Unknown" };
        var stopped = Assert.Throws<InvalidPluginExecutionException>(() => Shipped.Run(Shipped.Rules, "CustomApiPlugin", context));
        Assert.Contains(context.CorrelationId.ToString("D"), stopped.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> OneOfEachHandler(Func<JsonNode, bool> isMeant) =>
        File.ReadLines(RandomTraces)
            .Select(line => JsonNode.Parse(line)!)
            .Where(isMeant)
            .GroupBy(line => $"{line["context"]!["table"]}/{line["context"]!["message"]}.{line["context"]!["stage"]}")
            .Select(handler => handler.MaxBy(line => Calls(line).Count)!);

    private static JsonArray Calls(JsonNode line) => line["calls"]!.AsArray();

    /// <summary>The recording as it would be, had the call failed: it is the last one, and its fault the outcome.</summary>
    private static string FailingAt(JsonNode recording, int index)
    {
        var line = FirstCallsOf(recording, index + 1);
        Calls(line)[index]!["answer"] = new JsonObject { ["fault"] = Fault() };
        line["outcome"] = new JsonObject { ["ok"] = false, ["fault"] = Fault() };
        return line.ToJsonString();
    }

    /// <summary>The recording as it would be, had the rules given up after so many calls.</summary>
    private static string StoppedAfter(JsonNode recording, int count)
    {
        var line = FirstCallsOf(recording, count);
        line["outcome"] = new JsonObject { ["ok"] = false, ["fault"] = new JsonObject { ["code"] = string.Empty, ["message"] = string.Empty } };
        return line.ToJsonString();
    }

    private static JsonNode FirstCallsOf(JsonNode recording, int count)
    {
        var line = recording.DeepClone();
        var calls = Calls(line);
        while (calls.Count > count)
        {
            calls.RemoveAt(calls.Count - 1);
        }

        return line;
    }

    private static JsonObject Fault() => new() { ["code"] = FaultCode, ["message"] = FaultText };

    /// <summary>The file that ships with the beginning of its bundle overwritten, as a damaged upload would have it.</summary>
    private static Assembly WithCorruptBundle()
    {
        var file = File.ReadAllBytes(Shipped.Path);
        var bundle = File.ReadAllBytes(Path.Combine(Shipped.Repository, "build", "plugins", "rules.js"));
        var place = file.AsSpan().IndexOf(bundle);
        Assert.True(place > 0, "The assembly does not hold the bundle as it was built.");
        Encoding.UTF8.GetBytes("function (").CopyTo(file, place);
        return new AssemblyLoadContext("corrupt").LoadFromStream(new MemoryStream(file));
    }
}
