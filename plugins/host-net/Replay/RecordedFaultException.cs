using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace Bbl.Replay
{
    /// <summary>A recorded fault of a service call; carries its details as the platform's FaultException does.</summary>
    public sealed class RecordedFaultException : Exception
    {
        /// <summary>Initializes a new instance of the <see cref="RecordedFaultException"/> class.</summary>
        public RecordedFaultException(string code, string message)
            : base(message)
        {
            var number = code.StartsWith("0x", StringComparison.Ordinal)
                ? unchecked((int)uint.Parse(code.Substring(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
                : throw new FormatException($"{code} is no fault code.");
            this.Detail = new OrganizationServiceFault { ErrorCode = number, Message = message };
        }

        /// <summary>Gets what the platform says about the failed call.</summary>
        public OrganizationServiceFault Detail { get; }
    }
}
