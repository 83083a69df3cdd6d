using Bbl.Plugins.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Bbl.Plugins.Tests;

/// <summary>Values cross the border in both directions without loss.</summary>
public class ValueTests
{
    public static TheoryData<string> Decimals => new(
        "0", "0.0000", "0.1", "-0.01", "12.3400", "922337203685477.5807", "-922337203685477.5807", "79228162514264337593543950335", "0.0000000000000000000000000001");

    public static TheoryData<object?> Plain => new(
        null, "", "text", "quotes \" and \\ and \u0001 and \u2028 and 💶", true, false, 0, int.MaxValue, int.MinValue);

    [Theory]
    [MemberData(nameof(Decimals))]
    public void Money_and_decimals_keep_every_digit(string digits)
    {
        var number = decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(number, Echo(number));
        Assert.Equal(number, Assert.IsType<Money>(Echo(new Money(number))).Value);
    }

    [Theory]
    [MemberData(nameof(Plain))]
    public void Plain_values_stay_what_they_are(object? value) => Assert.Equal(value, Echo(value));

    [Fact]
    public void Choices_lookups_ids_and_lists_keep_their_kind()
    {
        var id = Guid.Parse("0e89d42d-a12c-4632-9a42-5b9fa087b0db");
        Assert.Equal(482100001, Assert.IsType<OptionSetValue>(Echo(new OptionSetValue(482100001))).Value);
        var reference = Assert.IsType<EntityReference>(Echo(new EntityReference("account", id)));
        Assert.Equal(("account", id), (reference.LogicalName, reference.Id));
        Assert.Equal(id, Echo(id));
        Assert.Equal(new[] { "a", "", "ü" }, Echo(new[] { "a", "", "ü" }));
        Assert.Equal(Array.Empty<string>(), Echo(Array.Empty<string>()));
    }

    [Theory]
    [InlineData("2026-01-31T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2026-03-29T01:30:00.1230000Z")]
    public void Times_stay_the_same_instant_and_date_only_values_midnight(string text)
    {
        var time = DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        Assert.Equal(time, Echo(time));
        Assert.Equal(time, Echo(DateTime.SpecifyKind(time, DateTimeKind.Unspecified)));
    }

    [Fact]
    public void A_row_keeps_empty_columns_apart_from_missing_ones()
    {
        var target = new Entity("bbl_project") { ["bbl_name"] = "P", ["bbl_number"] = null };
        var context = new FakeContext { MessageName = "EchoTarget", Stage = 20, PrimaryEntityName = "bbl_project" };
        context.InputParameters["Target"] = target;
        Shipped.Run(Shipped.Probe, "StepPlugin", context);
        Assert.Equal(2, target.Attributes.Count);
        Assert.Null(target["bbl_number"]);
    }

    [Fact]
    public void Ten_million_characters_pass()
    {
        var text = new string('x', 10_000_000);
        Assert.Equal(text, Echo(text));
    }

    [Fact]
    public void A_value_of_another_type_is_refused_and_named_in_the_trace_only()
    {
        var context = new FakeContext { MessageName = "Echo" };
        context.InputParameters["Odd"] = 1.5f;
        var services = new FakeServices(context, _ => new FakeOrganizationService());
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Shipped.Run(Shipped.Probe, "CustomApiPlugin", services));
        Assert.DoesNotContain("Single", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(services.Lines, line => line.Contains("System.Single", StringComparison.Ordinal));
    }

    private static object? Echo(object? value)
    {
        var context = new FakeContext { MessageName = "Echo" };
        context.InputParameters["Value"] = value;
        Shipped.Run(Shipped.Probe, "CustomApiPlugin", context);
        return context.OutputParameters["Value"];
    }
}
