using System;
using System.Runtime.ExceptionServices;
using Microsoft.Xrm.Sdk;

namespace Bbl.Plugins
{
    /// <summary>The organisation service as the calling user and as SYSTEM, made when first asked for.</summary>
    internal sealed class Services
    {
        private readonly Lazy<IOrganizationService> asUser;
        private readonly Lazy<IOrganizationService> asSystem;

        public Services(IOrganizationServiceFactory factory, Guid userId)
        {
            this.asUser = new Lazy<IOrganizationService>(() => factory.CreateOrganizationService(userId));
            this.asSystem = new Lazy<IOrganizationService>(() => factory.CreateOrganizationService(null));
        }

        /// <summary>The last failed call: a fault that the rules pass on keeps its own exception.</summary>
        public Exception? LastFault { get; set; }

        public IOrganizationService As(string identity) => identity switch
        {
            "user" => this.asUser.Value,
            "system" => this.asSystem.Value,
            _ => throw new UnexpectedRulesException($"Unknown service identity {identity}."),
        };

        /// <summary>Throws the fault of the failed service call as Dataverse threw it.</summary>
        public void RethrowFault()
        {
            if (this.LastFault != null)
            {
                ExceptionDispatchInfo.Capture(this.LastFault).Throw();
            }
        }
    }
}
