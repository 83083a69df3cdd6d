using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Jint.Native;
using Microsoft.Xrm.Sdk;

namespace Bbl.Plugins
{
    /// <summary>The execution context as the rules read it. Shape: dataverse/src/ports/execution.ts.</summary>
    internal static class ContextWriter
    {
        private const string Target = "Target";
        private const int PreOperation = 20;
        private const int MainOperation = 30;
        private const int PostOperation = 40;

        public static string Write(Json json, IPluginExecutionContext context, Guid systemUserId)
        {
            var table = TableOf(context);
            return json.Write(json.Object(
                new Member("message", Json.Text(context.MessageName)),
                new Member("table", Json.Text(table)),
                new Member("stage", JsNumber.Create(context.Stage)),
                new Member("mode", JsNumber.Create(context.Mode)),
                new Member("depth", JsNumber.Create(context.Depth)),
                new Member("rowId", Json.Text(IdOrEmpty(context.PrimaryEntityId))),
                new Member("userId", Json.Text(Values.Id(context.UserId))),
                new Member("systemUserId", Json.Text(Values.Id(systemUserId))),
                new Member("initiatingUserId", Json.Text(Values.Id(context.InitiatingUserId))),
                new Member("organizationId", Json.Text(Values.Id(context.OrganizationId))),
                new Member("businessUnitId", Json.Text(Values.Id(context.BusinessUnitId))),
                new Member("correlationId", Json.Text(Values.Id(context.CorrelationId))),
                new Member("now", Json.Text(Clock.UtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))),
                new Member("isInTransaction", context.IsInTransaction ? JsBoolean.True : JsBoolean.False),
                new Member("target", TargetOf(context) is { } target ? EntityRow.WriteSent(json, target) : JsValue.Null),
                new Member("parameters", Parameters(json, context)),
                new Member("preImage", EntityRow.WriteOrNull(json, Image(context.PreEntityImages))),
                new Member("postImage", EntityRow.WriteOrNull(json, Image(context.PostEntityImages))),
                new Member("sharedVariables", Variables(json, context.SharedVariables)),
                new Member("parents", json.List(Parents(json, context).ToArray()))));
        }

        /// <summary>The row sent with Create and Update.</summary>
        public static Entity? TargetOf(IExecutionContext context) =>
            context.InputParameters.TryGetValue(Target, out var target) ? target as Entity : null;

        private static IEnumerable<JsValue> Parents(Json json, IPluginExecutionContext context)
        {
            for (var parent = context.ParentContext; parent != null; parent = parent.ParentContext)
            {
                var isOuter = ReferenceEquals(parent, context.ParentContext) && IsInner(context, parent);
                yield return json.Object(
                    new Member("message", Json.Text(parent.MessageName)),
                    new Member("table", Json.Text(TableOf(parent))),
                    new Member("stage", JsNumber.Create(parent.Stage)),
                    new Member("depth", JsNumber.Create(parent.Depth)),
                    new Member("userId", Json.Text(Values.Id(parent.UserId))),
                    new Member("sharedVariables", isOuter ? Variables(json, parent.SharedVariables) : json.Object()));
            }
        }

        /// <summary>
        /// Whether a context is of the inner pipeline of a message whose outer one is <paramref name="outer"/>: there
        /// stages 20 and 40 find what stage 10 kept. Variables of other contexts stay here.
        /// </summary>
        private static bool IsInner(IPluginExecutionContext context, IPluginExecutionContext outer) =>
            (context.Stage == PreOperation || context.Stage == PostOperation) && outer.Depth == context.Depth;

        /// <summary>The platform writes "none" where a message has no table.</summary>
        private static string TableOf(IExecutionContext context) =>
            context.PrimaryEntityName is null || context.PrimaryEntityName == "none" ? string.Empty : context.PrimaryEntityName;

        private static string IdOrEmpty(Guid id) => id == Guid.Empty ? string.Empty : Values.Id(id);

        private static Entity? Image(EntityImageCollection images) => images.Select(image => image.Value).FirstOrDefault();

        /// <summary>
        /// The request of a custom API. Those of Create, Update and Delete are the target and settings of the platform,
        /// such as ConcurrencyBehavior, which no rule reads and which may be of any type.
        /// </summary>
        private static JsValue Parameters(Json json, IPluginExecutionContext context) =>
            context.Stage == MainOperation ? json.Object(context.InputParameters, value => Values.ToJson(json, value)) : json.Object();

        /// <summary>Shared variables of other solutions may hold anything; only what has a shape here is passed on.</summary>
        private static JsValue Variables(Json json, ParameterCollection variables) =>
            json.Object(variables.Where(variable => variable.Value is string || variable.Value is bool || variable.Value is int), value => Values.ToJson(json, value));
    }
}
