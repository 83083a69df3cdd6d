using System;
using Microsoft.Xrm.Sdk;

namespace Bbl.Plugins
{
    /// <summary>Reads what a failed call of the organisation service carries.</summary>
    internal static class Faults
    {
        /// <summary>
        /// The platform throws FaultException&lt;OrganizationServiceFault&gt;. That type lives in System.ServiceModel,
        /// which current .NET lacks; its `Detail` is read by name, so that one file runs on every runtime it is tested on.
        /// </summary>
        public static OrganizationServiceFault? DetailOf(Exception error) =>
            error.GetType().GetProperty("Detail")?.GetValue(error) as OrganizationServiceFault;
    }
}
