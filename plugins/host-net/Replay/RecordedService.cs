using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Bbl.Replay
{
    /// <summary>The organisation service of one identity, answered from a recording. Shapes: dataverse/src/ports/service.ts.</summary>
    internal sealed class RecordedService : IOrganizationService
    {
        private static readonly string[] SystemUserColumns = { "systemuserid" };

        private readonly RecordedCalls calls;
        private readonly string identity;
        private readonly Guid systemUserId;

        public RecordedService(RecordedCalls calls, string identity, Guid systemUserId)
        {
            this.calls = calls;
            this.identity = identity;
            this.systemUserId = systemUserId;
        }

        public Guid Create(Entity entity) =>
            this.calls.Answer(this.identity, "create", request => CompareRow(request, entity), value => (Guid)RecordedValues.ToDotnet(value)!);

        /// <summary>The plug-in's own look at the SYSTEM user is no call of the rules: it does so once in a worker's life.</summary>
        public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) =>
            entityName == "organization" && columnSet.Columns.SequenceEqual(SystemUserColumns)
                ? new Entity(entityName, id) { [SystemUserColumns[0]] = this.systemUserId }
                : this.RecordedRow(entityName, id, columnSet);

        public void Update(Entity entity) =>
            this.calls.Answer<object?>(
                this.identity,
                "update",
                request =>
                {
                    Comparison.Same("rowVersion", null, request.Value("rowVersion"));
                    CompareUpdate(request, entity);
                },
                _ => null);

        public void Delete(string entityName, Guid id) =>
            this.calls.Answer<object?>(this.identity, "delete", request => CompareReference(request, entityName, id), _ => null);

        public OrganizationResponse Execute(OrganizationRequest request) =>
            request.RequestName == "Update" ? this.VersionedUpdate(request) : this.Message(request);

        public EntityCollection RetrieveMultiple(QueryBase query) =>
            this.calls.Answer(
                this.identity,
                "retrieveMultiple",
                request => Comparison.Same("fetchXml", request.Text("fetchXml"), ((FetchExpression)query).Query),
                value => Page(Recorded.Of(value)));

        private Entity RecordedRow(string entityName, Guid id, ColumnSet columnSet) =>
            this.calls.Answer(
                this.identity,
                "retrieve",
                request =>
                {
                    CompareReference(request, entityName, id);
                    Comparison.Same("columns", RecordedValues.ToDotnet(request.Value("columns")), columnSet.Columns.ToArray());
                },
                value => RecordedValues.ToEntity(entityName, value));

        private OrganizationResponse VersionedUpdate(OrganizationRequest update)
        {
            var entity = (Entity)update.Parameters["Target"]!;
            this.calls.Answer<object?>(
                this.identity,
                "update",
                request =>
                {
                    Comparison.Same("rowVersion", request.Value("rowVersion"), entity.RowVersion);
                    Comparison.Same("ConcurrencyBehavior", ConcurrencyBehavior.IfRowVersionMatches, update.Parameters["ConcurrencyBehavior"]);
                    CompareUpdate(request, entity);
                },
                _ => null);
            return new OrganizationResponse();
        }

        private OrganizationResponse Message(OrganizationRequest message) =>
            this.calls.Answer(
                this.identity,
                "execute",
                request =>
                {
                    Comparison.Same("message", request.Text("message"), message.RequestName);
                    Comparison.SameMembers("parameters", ValuesOf(request.Object("parameters")), message.Parameters);
                },
                value =>
                {
                    var response = new OrganizationResponse();
                    RecordedValues.CopyTo(response.Results, value);
                    return response;
                });

        private static void CompareReference(Recorded request, string table, Guid id)
        {
            Comparison.Same("table", request.Text("table"), table);
            Comparison.Same("id", request.Id("id"), id);
        }

        private static void CompareUpdate(Recorded request, Entity entity)
        {
            Comparison.Same("id", request.Id("id"), entity.Id);
            CompareRow(request, entity);
        }

        private static void CompareRow(Recorded request, Entity entity)
        {
            Comparison.Same("table", request.Text("table"), entity.LogicalName);
            Comparison.SameMembers("row", ValuesOf(request.Object("row")), entity.Attributes);
        }

        private static IEnumerable<KeyValuePair<string, object?>> ValuesOf(Recorded recorded) =>
            recorded.Members.Select(member => new KeyValuePair<string, object?>(member.Key, RecordedValues.ToDotnet(member.Value)));

        private static EntityCollection Page(Recorded page)
        {
            var result = new EntityCollection
            {
                MoreRecords = page.Flag("moreRecords"),
                PagingCookie = (string?)page.Value("pagingCookie"),
            };
            foreach (var row in (List<object?>)page.Value("rows")!)
            {
                result.Entities.Add(RecordedValues.ToEntity("row", row));
            }

            return result;
        }
    }
}
