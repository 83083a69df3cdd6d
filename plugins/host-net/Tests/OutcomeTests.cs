using Bbl.Plugins.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Bbl.Plugins.Tests;

/// <summary>Refusals, faults and scripts that misbehave: a clear sentence outside, the details in the trace.</summary>
public class OutcomeTests
{
    [Fact]
    public void A_refusal_reaches_the_user_word_for_word()
    {
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Run("Refuse"));
        Assert.Equal("BBL-MST-02: Design is on draft INV-1.", refusal.Message);
    }

    [Fact]
    public void A_failed_service_call_that_the_rules_pass_on_keeps_its_own_exception()
    {
        var fault = new FakeFaultException(unchecked((int)0x80040217), "Does Not Exist");
        var service = new FakeOrganizationService { OnDelete = (_, _) => throw fault };
        var context = new FakeContext { MessageName = "PassFault" };
        Assert.Same(fault, Assert.Throws<FakeFaultException>(() => Shipped.Run(Shipped.Probe, "CustomApiPlugin", context, service)));
    }

    [Theory]
    [InlineData("Throw")]
    [InlineData("Loop")]
    [InlineData("Recurse")]
    [InlineData("Regex")]
    [InlineData("Garbage")]
    public void A_script_that_misbehaves_is_stopped_and_only_the_trace_says_why(string message)
    {
        var context = new FakeContext { MessageName = message };
        var services = new FakeServices(context, _ => new FakeOrganizationService());
        var stopped = Assert.Throws<InvalidPluginExecutionException>(() => Shipped.Run(Shipped.Probe, "CustomApiPlugin", services));
        Assert.Contains(context.CorrelationId.ToString("D"), stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", stopped.Message, StringComparison.Ordinal);
        Assert.NotEmpty(services.Lines);
        Assert.Empty(context.OutputParameters);
    }

    [Fact]
    public void A_service_that_breaks_in_the_middle_is_an_unexpected_fault()
    {
        var service = new FakeOrganizationService { OnDelete = (_, _) => throw new TimeoutException("secret server") };
        var context = new FakeContext { MessageName = "PassFault" };
        var services = new FakeServices(context, _ => service);
        var stopped = Assert.Throws<InvalidPluginExecutionException>(() => Shipped.Run(Shipped.Probe, "CustomApiPlugin", services));
        Assert.Contains(context.CorrelationId.ToString("D"), stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", stopped.Message, StringComparison.Ordinal);
        Assert.Contains(services.Lines, line => line.Contains("secret server", StringComparison.Ordinal));
    }

    [Fact]
    public void A_corrupt_bundle_is_an_unexpected_fault()
    {
        var engine = Shipped.Probe.GetType("Bbl.Plugins.RulesEngine", true)!;
        var prepare = engine.GetMethod("Prepare", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => prepare.Invoke(null, ["function ("]));
        Assert.Equal("UnexpectedRulesException", thrown.InnerException!.GetType().Name);
    }

    [Fact]
    public void The_trace_of_the_rules_is_written()
    {
        Assert.Equal(["echo"], Run("Echo"));
    }

    private static IReadOnlyList<string> Run(string message) =>
        Shipped.Run(Shipped.Probe, "CustomApiPlugin", new FakeContext { MessageName = message });
}
