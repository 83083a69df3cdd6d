using System;

namespace Bbl.Replay
{
    /// <summary>How far a privilege reaches, numbered as the platform's PrivilegeDepth.</summary>
    public enum GrantDepth
    {
        /// <summary>Own rows.</summary>
        Basic = 0,

        /// <summary>Rows of the business unit.</summary>
        Local = 1,

        /// <summary>Rows of the business unit and those below.</summary>
        Deep = 2,

        /// <summary>All rows.</summary>
        Global = 3,
    }

    /// <summary>One privilege of a role with the properties of the platform's RolePrivilege.</summary>
    public sealed class Grant
    {
        /// <summary>Gets or sets the depth.</summary>
        public GrantDepth Depth { get; set; }

        /// <summary>Gets or sets the privilege.</summary>
        public Guid PrivilegeId { get; set; }

        /// <summary>Gets or sets the business unit of the role.</summary>
        public Guid BusinessUnitId { get; set; }

        internal static object Of(object? recorded)
        {
            var grant = Recorded.Of(recorded);
            return new Grant
            {
                Depth = (GrantDepth)grant.Number("Depth"),
                PrivilegeId = (Guid)RecordedValues.ToDotnet(grant.Value("PrivilegeId"))!,
                BusinessUnitId = (Guid)RecordedValues.ToDotnet(grant.Value("BusinessUnitId"))!,
            };
        }
    }
}
