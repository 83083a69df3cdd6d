using Jint.Native;

namespace Bbl.Plugins
{
    /// <summary>One member of a JSON object. A tuple would need System.ValueTuple, which .NET Framework 4.6.2 lacks.</summary>
    internal readonly struct Member
    {
        public Member(string name, JsValue value)
        {
            this.Name = name;
            this.Value = value;
        }

        public string Name { get; }

        public JsValue Value { get; }
    }
}
