using System;
using System.Globalization;
using System.IO;
using System.Text;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Bbl.Plugins
{
    /// <summary>
    /// Runs the rules bundle in a fresh engine. The parsed script is kept for the worker's life; what it did is not, since
    /// plug-ins must be stateless.
    /// </summary>
    internal sealed class RulesEngine : IDisposable
    {
        /// <summary>
        /// Twelve times what the largest call measured needs (1.6 million: confirming 1,000 details, `npm run bench-jint`);
        /// a loop without end is stopped after some seconds.
        /// </summary>
        private const int StatementsMax = 20_000_000;
        private const int RecursionMax = 256;
        private static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(100);
        private static readonly TimeSpan RegexTimeMax = TimeSpan.FromSeconds(2);
        private static readonly Lazy<Prepared<Script>> Bundle = new Lazy<Prepared<Script>>(() => Prepare(ReadBundle()));

        private readonly Engine engine;

        public RulesEngine()
            : this(() => Bundle.Value)
        {
        }

        internal RulesEngine(Func<Prepared<Script>> bundle)
        {
            this.engine = new Engine(options => options
                .Strict()
                .Culture(CultureInfo.InvariantCulture)
                .LocalTimeZone(TimeZoneInfo.Utc)
                .LimitRecursion(RecursionMax)
                .MaxStatements(StatementsMax)
                .TimeoutInterval(TimeMax)
                .RegexTimeoutInterval(RegexTimeMax));
            this.Json = new Json(this.engine);
            Guarded(() => this.engine.Execute(bundle()));
        }

        public Json Json { get; }

        /// <summary>Hands the context to the bundle and reads its answer.</summary>
        public Outcome Execute(string contextJson, Services services)
        {
            var port = new ServicePort(this.Json, services);
            var service = new ClrFunction(this.engine, "service", (_, arguments) => new JsString(port.Call(arguments[0].AsString())));
            return Guarded(() =>
            {
                var rules = this.engine.GetValue("BblRules");
                var answer = this.engine.Invoke(rules.AsObject().Get("execute"), rules, new object[] { contextJson, service });
                return new Outcome(this.Json.Parse(answer.AsString()));
            });
        }

        public void Dispose() => this.engine.Dispose();

        internal static Prepared<Script> Prepare(string code)
        {
            try
            {
                return Engine.PrepareScript(code, "rules.js");
            }
            catch (Exception error)
            {
                throw new UnexpectedRulesException("The rules bundle cannot be read.", error);
            }
        }

        private static string ReadBundle()
        {
            using var stream = typeof(RulesEngine).Assembly.GetManifestResourceStream("rules.js")
                ?? throw new UnexpectedRulesException("The assembly holds no rules bundle.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }

        /// <summary>A fault of the script with its place in the script, for the trace. Exceeded limits say enough themselves.</summary>
        private static T Guarded<T>(Func<T> run)
        {
            try
            {
                return run();
            }
            catch (JavaScriptException error)
            {
                throw new UnexpectedRulesException($"The rules failed: {error.Message} {error.JavaScriptStackTrace}", error);
            }
        }
    }
}
