using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace Bbl.Replay
{
    /// <summary>What a plug-in asks the platform for, in a replay.</summary>
    internal sealed class ReplayServices : IServiceProvider, IOrganizationServiceFactory, ITracingService
    {
        private readonly RecordedContext context;
        private readonly RecordedCalls calls;

        public ReplayServices(RecordedContext context, RecordedCalls calls)
        {
            this.context = context;
            this.calls = calls;
        }

        public List<string> Lines { get; } = new List<string>();

        public object? GetService(Type serviceType) =>
            serviceType == typeof(IPluginExecutionContext) ? (object)this.context : this;

        public IOrganizationService CreateOrganizationService(Guid? userId)
        {
            if (userId is { } user)
            {
                Comparison.Same("user of the service", this.context.UserId, user);
            }

            return new RecordedService(this.calls, userId is null ? "system" : "user", this.context.SystemUserId);
        }

        public void Trace(string format, params object[] args) => this.Lines.Add(string.Format(CultureInfo.InvariantCulture, format, args));
    }
}
