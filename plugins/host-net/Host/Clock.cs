using System;

namespace Bbl.Plugins
{
    /// <summary>The time the rules see.</summary>
    internal static class Clock
    {
        /// <summary>Replaced when a recorded execution is replayed at its own time.</summary>
        internal static Func<DateTime> UtcNow { get; set; } = () => DateTime.UtcNow;
    }
}
