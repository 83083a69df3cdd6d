using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Bbl.Plugins.Tests.Fakes;

/// <summary>Hands out what a plug-in asks Dataverse for.</summary>
internal sealed class FakeServices(IPluginExecutionContext context, Func<Guid?, IOrganizationService> serviceFor)
    : IServiceProvider, IOrganizationServiceFactory, ITracingService
{
    public List<string> Lines { get; } = [];

    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(IPluginExecutionContext))
        {
            return context;
        }

        return serviceType == typeof(IOrganizationServiceFactory) || serviceType == typeof(ITracingService) ? this : null;
    }

    public IOrganizationService CreateOrganizationService(Guid? userId) => serviceFor(userId);

    public void Trace(string format, params object[] args) =>
        this.Lines.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, format, args));
}

/// <summary>Answers each kind of call with the function a test gives.</summary>
internal sealed class FakeOrganizationService : IOrganizationService
{
    public Func<Entity, Guid> OnCreate { get; init; } = _ => throw new NotSupportedException();

    public Func<string, Guid, ColumnSet, Entity> OnRetrieve { get; init; } = (_, _, _) => throw new NotSupportedException();

    /// <summary>The organisation, which the plug-in itself reads before the rules run.</summary>
    public Func<Guid, Entity> OnOrganization { get; init; } = id => new Entity("organization", id) { ["systemuserid"] = FakeContext.SystemUserId };

    public Action<Entity> OnUpdate { get; init; } = _ => throw new NotSupportedException();

    public Action<string, Guid> OnDelete { get; init; } = (_, _) => throw new NotSupportedException();

    public Func<OrganizationRequest, OrganizationResponse> OnExecute { get; init; } = _ => throw new NotSupportedException();

    public Func<string, EntityCollection> OnRetrieveMultiple { get; init; } = _ => throw new NotSupportedException();

    public Guid Create(Entity entity) => this.OnCreate(entity);

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) =>
        entityName == "organization" ? this.OnOrganization(id) : this.OnRetrieve(entityName, id, columnSet);

    public void Update(Entity entity) => this.OnUpdate(entity);

    public void Delete(string entityName, Guid id) => this.OnDelete(entityName, id);

    public OrganizationResponse Execute(OrganizationRequest request) => this.OnExecute(request);

    public EntityCollection RetrieveMultiple(QueryBase query) => this.OnRetrieveMultiple(((FetchExpression)query).Query);
}

/// <summary>Carries a fault as the platform's FaultException does: in a property called Detail.</summary>
public sealed class FakeFaultException(int code, string message) : Exception("fault")
{
    public OrganizationServiceFault Detail { get; } = new() { ErrorCode = code, Message = message };
}
