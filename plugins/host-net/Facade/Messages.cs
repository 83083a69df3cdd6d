using System;

namespace Microsoft.Xrm.Sdk
{
    public enum ConcurrencyBehavior
    {
        Default = 0,
        IfRowVersionMatches = 1,
        AlwaysOverwrite = 2,
    }

    public class OrganizationRequest
    {
        public OrganizationRequest(string requestName) => this.RequestName = requestName;

        public string RequestName { get; set; }

        public ParameterCollection Parameters { get; set; } = new ParameterCollection();
    }

    public class OrganizationResponse
    {
        public ParameterCollection Results { get; set; } = new ParameterCollection();
    }

    public abstract class BaseServiceFault
    {
        public int ErrorCode { get; set; }

        public string? Message { get; set; }
    }

    public sealed class OrganizationServiceFault : BaseServiceFault
    {
    }

    public class InvalidPluginExecutionException : Exception
    {
        public InvalidPluginExecutionException(string message)
            : base(message)
        {
        }

        public InvalidPluginExecutionException(string message, Exception exception)
            : base(message, exception)
        {
        }
    }
}

namespace Microsoft.Xrm.Sdk.Query
{
    public abstract class QueryBase
    {
    }

    public sealed class FetchExpression : QueryBase
    {
        public FetchExpression(string query) => this.Query = query;

        public string Query { get; set; }
    }

    public sealed class ColumnSet
    {
        public ColumnSet(params string[] columns)
        {
            foreach (var column in columns)
            {
                this.Columns.Add(column);
            }
        }

        public DataCollection<string> Columns { get; } = new DataCollection<string>();
    }
}
