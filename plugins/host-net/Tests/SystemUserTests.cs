using Bbl.Plugins.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Bbl.Plugins.Tests;

/// <summary>domain.md 0.1-4: the rules are told who SYSTEM is, at the price of one call in a worker's life.</summary>
public class SystemUserTests
{
    [Fact]
    public void The_organization_is_read_once_however_many_executions_ask()
    {
        var reads = 0;
        var service = new FakeOrganizationService
        {
            OnOrganization = id =>
            {
                reads++;
                return Organization(id, FakeContext.SystemUserId);
            },
        };
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var organization in new[] { first, first, second, first })
        {
            Shipped.Run(Shipped.Probe, "StepPlugin", ContextOf(organization), service);
        }

        Assert.Equal(2, reads);
    }

    [Fact]
    public void It_is_read_as_SYSTEM()
    {
        var users = new List<Guid?>();
        var services = new FakeServices(ContextOf(Guid.NewGuid()), user =>
        {
            users.Add(user);
            return new FakeOrganizationService();
        });
        Shipped.Run(Shipped.Probe, "StepPlugin", services);
        Assert.Equal([null], users);
    }

    [Fact]
    public void A_fault_passes_on_and_is_forgotten()
    {
        var organization = Guid.NewGuid();
        var fault = new FakeFaultException(unchecked((int)0x80040217), "Does Not Exist");
        var failing = new FakeOrganizationService { OnOrganization = _ => throw fault };
        Assert.Same(fault, Assert.Throws<FakeFaultException>(() => Shipped.Run(Shipped.Probe, "StepPlugin", ContextOf(organization), failing)));
        Shipped.Run(Shipped.Probe, "StepPlugin", ContextOf(organization));
    }

    [Fact]
    public void An_organization_without_one_is_an_unexpected_fault()
    {
        var service = new FakeOrganizationService { OnOrganization = id => Organization(id, null) };
        Assert.Throws<InvalidPluginExecutionException>(() => Shipped.Run(Shipped.Probe, "StepPlugin", ContextOf(Guid.NewGuid()), service));
    }

    private static FakeContext ContextOf(Guid organization) => new() { MessageName = "Context", Stage = 40, OrganizationId = organization };

    private static Entity Organization(Guid id, Guid? systemUser) => new("organization", id) { ["systemuserid"] = systemUser };
}
