using System;

namespace Bbl.Replay
{
    /// <summary>A replay that went another way than the recording; the message says where.</summary>
    public sealed class DifferenceException : Exception
    {
        /// <summary>Initializes a new instance of the <see cref="DifferenceException"/> class.</summary>
        public DifferenceException(string message)
            : base(message)
        {
        }
    }
}
