using System;
using System.Collections.Concurrent;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Bbl.Plugins
{
    /// <summary>
    /// The SYSTEM user of an organisation, by whom the rules know the server's own writes. It never changes, so it is
    /// read once in the worker's life; one worker may serve several organisations.
    /// </summary>
    internal static class SystemUser
    {
        private const string Column = "systemuserid";

        private static readonly ConcurrentDictionary<Guid, Guid> Known = new ConcurrentDictionary<Guid, Guid>();

        public static Guid Of(Guid organizationId, Services services) =>
            Known.GetOrAdd(organizationId, id => Read(id, services.As("system")));

        private static Guid Read(Guid organizationId, IOrganizationService system)
        {
            var organization = system.Retrieve("organization", organizationId, new ColumnSet(Column));
            return organization.Attributes.TryGetValue(Column, out var user) && user is Guid id
                ? id
                : throw new UnexpectedRulesException("The organisation names no SYSTEM user.");
        }
    }
}
