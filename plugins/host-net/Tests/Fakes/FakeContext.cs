using Microsoft.Xrm.Sdk;

namespace Bbl.Plugins.Tests.Fakes;

/// <summary>An execution context with what a test gives it; everything else is empty.</summary>
internal sealed class FakeContext : IPluginExecutionContext
{
    public static readonly Guid SystemUserId = Guid.Parse("aaaaaaaa-0000-0000-0000-000000000006");

    public int Stage { get; init; } = 30;

    public IPluginExecutionContext? ParentContext { get; init; }

    public int Mode { get; init; }

    public int IsolationMode => 2;

    public int Depth { get; init; } = 1;

    public string MessageName { get; init; } = string.Empty;

    public string PrimaryEntityName { get; init; } = "none";

    public ParameterCollection InputParameters { get; } = new();

    public ParameterCollection OutputParameters { get; } = new();

    public ParameterCollection SharedVariables { get; } = new();

    public Guid UserId { get; init; } = Guid.Parse("aaaaaaaa-0000-0000-0000-000000000001");

    public Guid InitiatingUserId { get; init; } = Guid.Parse("aaaaaaaa-0000-0000-0000-000000000002");

    public Guid BusinessUnitId { get; init; } = Guid.Parse("aaaaaaaa-0000-0000-0000-000000000003");

    public Guid OrganizationId { get; init; } = Guid.Parse("aaaaaaaa-0000-0000-0000-000000000004");

    public Guid PrimaryEntityId { get; init; }

    public EntityImageCollection PreEntityImages { get; } = new();

    public EntityImageCollection PostEntityImages { get; } = new();

    public Guid CorrelationId { get; init; } = Guid.Parse("aaaaaaaa-0000-0000-0000-000000000005");

    public bool IsInTransaction { get; init; } = true;
}
