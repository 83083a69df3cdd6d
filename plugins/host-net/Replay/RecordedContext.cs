using System;
using Microsoft.Xrm.Sdk;

namespace Bbl.Replay
{
    /// <summary>A recorded execution context as the platform hands it over. Shape: dataverse/src/ports/execution.ts.</summary>
    internal sealed class RecordedContext : IPluginExecutionContext
    {
        private const string Target = "Target";

        private RecordedContext(Recorded context, string table)
        {
            this.MessageName = context.Text("message");
            this.PrimaryEntityName = table.Length == 0 ? "none" : table;
            this.Stage = context.Number("stage");
            this.Depth = context.Number("depth");
            this.UserId = context.Id("userId");
            RecordedValues.CopyTo(this.SharedVariables, context.Value("sharedVariables"));
        }

        public int Stage { get; }

        public IPluginExecutionContext? ParentContext { get; private set; }

        public int Mode { get; private set; }

        public int IsolationMode => 2;

        public int Depth { get; }

        public string MessageName { get; }

        public string PrimaryEntityName { get; }

        public ParameterCollection InputParameters { get; } = new ParameterCollection();

        public ParameterCollection OutputParameters { get; } = new ParameterCollection();

        public ParameterCollection SharedVariables { get; } = new ParameterCollection();

        public Guid UserId { get; }

        /// <summary>Gets what `organization.systemuserid` holds.</summary>
        public Guid SystemUserId { get; private set; }

        public Guid InitiatingUserId { get; private set; }

        public Guid BusinessUnitId { get; private set; }

        public Guid OrganizationId { get; private set; }

        public Guid PrimaryEntityId { get; private set; }

        public EntityImageCollection PreEntityImages { get; } = new EntityImageCollection();

        public EntityImageCollection PostEntityImages { get; } = new EntityImageCollection();

        public Guid CorrelationId { get; private set; }

        public bool IsInTransaction { get; private set; }

        public static RecordedContext Of(Recorded recorded)
        {
            var table = recorded.Text("table");
            var context = new RecordedContext(recorded, table)
            {
                Mode = recorded.Number("mode"),
                SystemUserId = recorded.Id("systemUserId"),
                InitiatingUserId = recorded.Id("initiatingUserId"),
                BusinessUnitId = recorded.Id("businessUnitId"),
                OrganizationId = recorded.Id("organizationId"),
                PrimaryEntityId = recorded.Id("rowId"),
                CorrelationId = recorded.Id("correlationId"),
                IsInTransaction = recorded.Flag("isInTransaction"),
                ParentContext = ParentOf(recorded),
            };
            RecordedValues.CopyTo(context.InputParameters, recorded.Value("parameters"));
            context.AddTarget(recorded);
            AddImage(context.PreEntityImages, "PreImage", table, recorded.Value("preImage"));
            AddImage(context.PostEntityImages, "PostImage", table, recorded.Value("postImage"));
            return context;
        }

        /// <summary>The chain of parents, nearest first, as links from one to the next.</summary>
        private static RecordedContext? ParentOf(Recorded recorded)
        {
            RecordedContext? above = null;
            var parents = recorded.Objects("parents");
            for (var index = parents.Count - 1; index >= 0; index--)
            {
                above = new RecordedContext(parents[index], parents[index].Text("table")) { ParentContext = above };
            }

            return above;
        }

        private void AddTarget(Recorded recorded)
        {
            if (recorded.Has("target"))
            {
                var target = RecordedValues.ToEntity(this.PrimaryEntityName, recorded.Value("target"));
                target.Id = this.PrimaryEntityId;
                this.InputParameters[Target] = target;
            }
            else if (this.MessageName == "Delete")
            {
                this.InputParameters[Target] = new EntityReference(this.PrimaryEntityName, this.PrimaryEntityId);
            }
        }

        private static void AddImage(EntityImageCollection images, string name, string table, object? row)
        {
            if (row != null)
            {
                images[name] = RecordedValues.ToEntity(table, row);
            }
        }
    }
}
