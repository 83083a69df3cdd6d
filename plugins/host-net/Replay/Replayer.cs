using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Microsoft.Xrm.Sdk;

namespace Bbl.Replay
{
    /// <summary>Runs recorded executions in a merged assembly and compares every call and the outcome.</summary>
    public sealed class Replayer
    {
        private const int MainOperation = 30;

        [ThreadStatic]
        private static DateTime now;

        private readonly Type step;
        private readonly Type customApi;

        /// <summary>Initializes a new instance of the <see cref="Replayer"/> class for one merged assembly.</summary>
        public Replayer(Assembly assembly)
        {
            this.step = assembly.GetType("Bbl.Plugins.StepPlugin", true)!;
            this.customApi = assembly.GetType("Bbl.Plugins.CustomApiPlugin", true)!;
            Func<DateTime> clock = () => now;
            assembly.GetType("Bbl.Plugins.Clock", true)!
                .GetProperty("UtcNow", BindingFlags.NonPublic | BindingFlags.Static)!
                .SetValue(null, clock);
        }

        /// <summary>Replays one line of a recording. Null when all went as recorded, else where it first went another way.</summary>
        public string? Difference(string line) => this.Difference(Recorded.Parse(line));

        /// <summary>As the other, for a recording that was read before.</summary>
        public string? Difference(Recorded recording)
        {
            var context = recording.Object("context");
            try
            {
                this.Replay(context, new RecordedCalls(recording.Objects("calls")), recording.Object("outcome"));
                return null;
            }
            catch (DifferenceException difference)
            {
                return $"{HandlerOf(context)}, {difference.Message}";
            }
        }

        private static string HandlerOf(Recorded context) =>
            $"{context.Text("table")}/{context.Text("message")}.{context.Number("stage")}";

        private void Replay(Recorded recorded, RecordedCalls calls, Recorded outcome)
        {
            var context = RecordedContext.Of(recorded);
            var services = new ReplayServices(context, calls);
            now = DateTime.Parse(recorded.Text("now"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
            var thrown = this.Run(services, context.Stage);
            if (calls.Difference != null)
            {
                throw calls.Difference;
            }

            calls.ExpectEnd();
            if (outcome.Flag("ok"))
            {
                CompareSuccess(recorded, outcome, context, thrown, services.Lines);
            }
            else
            {
                CompareFailure(outcome, context, thrown, calls.Fault);
            }
        }

        private Exception? Run(ReplayServices services, int stage)
        {
            var plugin = (IPlugin)Activator.CreateInstance(stage == MainOperation ? this.customApi : this.step)!;
            try
            {
                plugin.Execute(services);
                return null;
            }
            catch (Exception thrown) when (!(thrown is DifferenceException))
            {
                return thrown;
            }
        }

        private static void CompareSuccess(
            Recorded recorded,
            Recorded outcome,
            RecordedContext context,
            Exception? thrown,
            IReadOnlyList<string> lines)
        {
            if (thrown != null)
            {
                throw new DifferenceException($"outcome: expected success, found {thrown.Message} {string.Join(" ", lines)}");
            }

            var target = context.InputParameters.TryGetValue("Target", out var value) ? value as Entity : null;
            Comparison.SameMembers("target", Merged(recorded, outcome, "target"), target is null ? Nothing : target.Attributes);
            Comparison.SameMembers("output", Merged(outcome, "output"), context.OutputParameters);
            Comparison.SameMembers("sharedVariables", Merged(recorded, outcome, "sharedVariables"), context.SharedVariables);
        }

        private static IEnumerable<KeyValuePair<string, object?>> Nothing { get; } = new Dictionary<string, object?>();

        private static void CompareFailure(Recorded outcome, RecordedContext context, Exception? thrown, RecordedFaultException? answered)
        {
            if (outcome.Has("refused"))
            {
                Comparison.Same("refusal", outcome.Object("refused").Text("message"), (thrown as InvalidPluginExecutionException)?.Message);
                return;
            }

            var fault = outcome.Object("fault");
            if (fault.Text("code").Length > 0)
            {
                Comparison.Same("fault", fault.Text("message"), (thrown as RecordedFaultException)?.Detail.Message);
                Comparison.Same("fault is the answered one", true, ReferenceEquals(thrown, answered));
            }
            else if (thrown?.Message.Contains(context.CorrelationId.ToString("D", CultureInfo.InvariantCulture)) != true)
            {
                throw new DifferenceException($"outcome: expected an unexpected fault, found {thrown?.Message ?? "success"}");
            }
        }

        /// <summary>What was there, with what the rules set over it.</summary>
        private static Dictionary<string, object?> Merged(Recorded before, Recorded outcome, string name)
        {
            var merged = Merged(before, name);
            foreach (var member in Merged(outcome, name))
            {
                merged[member.Key] = member.Value;
            }

            return merged;
        }

        private static Dictionary<string, object?> Merged(Recorded holder, string name) =>
            holder.Has(name)
                ? holder.Object(name).Members.ToDictionary(member => member.Key, member => RecordedValues.ToDotnet(member.Value), StringComparer.Ordinal)
                : new Dictionary<string, object?>(StringComparer.Ordinal);
    }
}
