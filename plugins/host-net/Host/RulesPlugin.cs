using System;
using Microsoft.Xrm.Sdk;

namespace Bbl.Plugins
{
    /// <summary>
    /// The border between Dataverse and the rules: the context goes in as JSON, what the rules answer goes back into
    /// the context. No rule is decided here. Shapes: dataverse/src/ports.
    /// </summary>
    public abstract class RulesPlugin : IPlugin
    {
        /// <inheritdoc />
        public void Execute(IServiceProvider serviceProvider)
        {
            if (serviceProvider is null)
            {
                throw new ArgumentNullException(nameof(serviceProvider));
            }

            var context = Service<IPluginExecutionContext>(serviceProvider);
            var tracing = Service<ITracingService>(serviceProvider);
            var services = new Services(Service<IOrganizationServiceFactory>(serviceProvider), context.UserId);
            try
            {
                using var rules = new RulesEngine();
                var systemUserId = SystemUser.Of(context.OrganizationId, services);
                var outcome = rules.Execute(ContextWriter.Write(rules.Json, context, systemUserId), services);
                outcome.Trace(tracing);
                outcome.Apply(context, services);
            }
            catch (Exception fault) when (!IsAnswer(fault))
            {
                tracing.Trace("{0}", fault.ToString());
                throw new InvalidPluginExecutionException(
                    $"The billing rules could not be run. Tell your administrator this number: {context.CorrelationId:D}.");
            }
        }

        /// <summary>What the caller is meant to see: a refusal, or a fault of the platform that the rules passed on.</summary>
        private static bool IsAnswer(Exception fault) => fault is InvalidPluginExecutionException || Faults.DetailOf(fault) != null;

        private static T Service<T>(IServiceProvider provider)
            where T : class =>
            provider.GetService(typeof(T)) as T
            ?? throw new InvalidPluginExecutionException($"Dataverse offers no {typeof(T).Name}.");
    }
}
