using System;

namespace Bbl.Plugins
{
    /// <summary>A fault that is nobody's input: it goes to the trace; the user sees a number only.</summary>
    public sealed class UnexpectedRulesException : Exception
    {
        /// <summary>Initializes a new instance of the <see cref="UnexpectedRulesException"/> class.</summary>
        public UnexpectedRulesException(string message)
            : base(message)
        {
        }

        /// <summary>Initializes a new instance of the <see cref="UnexpectedRulesException"/> class.</summary>
        public UnexpectedRulesException(string message, Exception cause)
            : base(message, cause)
        {
        }
    }
}
