using System;
using System.Linq;
using Jint;
using Jint.Native;
using Microsoft.Xrm.Sdk;

namespace Bbl.Plugins
{
    /// <summary>What the rules answered. Shape: ExecutionOutcome in dataverse/src/ports/execution.ts.</summary>
    internal sealed class Outcome
    {
        private readonly JsValue answer;

        public Outcome(JsValue answer) => this.answer = answer;

        public void Trace(ITracingService tracing)
        {
            var lines = this.Member("trace");
            if (lines is JsArray)
            {
                Array.ForEach(Json.Texts(lines), line => tracing.Trace("{0}", line));
            }
        }

        /// <summary>Writes the answer into the context, or throws what a refusal or a failed service call comes to.</summary>
        public void Apply(IPluginExecutionContext context, Services services)
        {
            if (!this.Member("ok").AsBoolean())
            {
                this.Throw(services);
            }

            var target = ContextWriter.TargetOf(context);
            foreach (var column in this.Members("target"))
            {
                if (target is null)
                {
                    throw new UnexpectedRulesException("The rules set columns where there is no row.");
                }

                target[column.Key] = Values.FromJson(column.Value);
            }

            foreach (var value in this.Members("output"))
            {
                context.OutputParameters[value.Key] = Values.FromJson(value.Value);
            }

            foreach (var value in this.Members("sharedVariables"))
            {
                context.SharedVariables[value.Key] = Values.FromJson(value.Value);
            }
        }

        private void Throw(Services services)
        {
            var refused = this.Member("refused");
            if (refused.IsObject())
            {
                throw new InvalidPluginExecutionException(Json.TextOf(refused, "message"));
            }

            var fault = this.Member("fault");
            if (Json.TextOf(fault, "code").Length > 0)
            {
                services.RethrowFault();
            }

            throw new UnexpectedRulesException(Json.TextOf(fault, "message"));
        }

        private JsValue Member(string name) => this.answer.AsObject().Get(name);

        private System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<string, JsValue>> Members(string name)
        {
            var members = this.Member(name);
            return members.IsObject() ? Json.Members(members) : Enumerable.Empty<System.Collections.Generic.KeyValuePair<string, JsValue>>();
        }
    }
}
