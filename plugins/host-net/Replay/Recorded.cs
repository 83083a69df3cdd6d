using System;
using System.Collections.Generic;
using System.Linq;

namespace Bbl.Replay
{
    /// <summary>One object of a recording, read member by member. Shapes: dataverse/src/ports.</summary>
    public sealed class Recorded
    {
        private readonly Dictionary<string, object?> members;

        private Recorded(Dictionary<string, object?> members) => this.members = members;

        public IEnumerable<KeyValuePair<string, object?>> Members => this.members;

        public static Recorded Parse(string json) => new Recorded((Dictionary<string, object?>)JsonReader.Read(json)!);

        public static Recorded Of(object? value) => new Recorded((Dictionary<string, object?>)value!);

        public bool Has(string name) => this.members.TryGetValue(name, out var value) && value != null;

        public object? Value(string name) => this.members.TryGetValue(name, out var value) ? value : null;

        public string Text(string name) => (string)this.members[name]!;

        public int Number(string name) => checked((int)(long)this.members[name]!);

        public bool Flag(string name) => (bool)this.members[name]!;

        /// <summary>An id, or the empty one where the text is empty.</summary>
        public Guid Id(string name) => this.Text(name).Length == 0 ? Guid.Empty : Guid.Parse(this.Text(name));

        public Recorded Object(string name) => Of(this.members[name]);

        public IReadOnlyList<Recorded> Objects(string name) => ((List<object?>)this.members[name]!).Select(Of).ToList();
    }
}
