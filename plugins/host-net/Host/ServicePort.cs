using System;
using System.Collections.Generic;
using System.Globalization;
using Jint;
using Jint.Native;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Bbl.Plugins
{
    /// <summary>
    /// The organisation service as one function from JSON to JSON. A failed call is answered, not thrown, so that the
    /// rules can end in order; the platform has rolled back by then. Shapes: dataverse/src/ports/service.ts.
    /// </summary>
    internal sealed class ServicePort
    {
        private readonly Json json;
        private readonly Services services;

        public ServicePort(Json json, Services services)
        {
            this.json = json;
            this.services = services;
        }

        public string Call(string requestJson)
        {
            try
            {
                var request = this.json.Parse(requestJson);
                var value = this.Dispatch(request, this.services.As(Json.TextOf(request, "as")));
                return this.json.Write(this.json.Object(new Member("value", value)));
            }
            catch (Exception error) when (Faults.DetailOf(error) is { } detail)
            {
                this.services.LastFault = error;
                var code = string.Format(CultureInfo.InvariantCulture, "0x{0:x8}", detail.ErrorCode);
                var answer = this.json.Object(
                    new Member("code", Json.Text(code)),
                    new Member("message", Json.Text(detail.Message ?? error.Message)));
                return this.json.Write(this.json.Object(new Member("fault", answer)));
            }
        }

        private JsValue Dispatch(JsValue request, IOrganizationService service)
        {
            var operation = Json.TextOf(request, "op");
            switch (operation)
            {
                case "create":
                    return Values.ToJson(this.json, service.Create(EntityRow.Read(Json.TextOf(request, "table"), request.AsObject().Get("row"))));
                case "retrieve":
                    return this.Retrieve(request, service);
                case "update":
                    Update(request, service);
                    return JsValue.Null;
                case "delete":
                    service.Delete(Json.TextOf(request, "table"), IdOf(request));
                    return JsValue.Null;
                case "retrieveMultiple":
                    return this.RetrieveMultiple(request, service);
                case "execute":
                    return this.Execute(request, service);
                default:
                    throw new UnexpectedRulesException($"Unknown service operation {operation}.");
            }
        }

        private JsValue Retrieve(JsValue request, IOrganizationService service)
        {
            var columns = new ColumnSet(Json.Texts(request.AsObject().Get("columns")));
            return EntityRow.Write(this.json, service.Retrieve(Json.TextOf(request, "table"), IdOf(request), columns));
        }

        private static void Update(JsValue request, IOrganizationService service)
        {
            var entity = EntityRow.Read(Json.TextOf(request, "table"), request.AsObject().Get("row"));
            entity.Id = IdOf(request);
            var version = request.AsObject().Get("rowVersion");
            if (!version.IsString())
            {
                service.Update(entity);
                return;
            }

            entity.RowVersion = version.AsString();
            var update = new OrganizationRequest("Update");
            update.Parameters["Target"] = entity;
            update.Parameters["ConcurrencyBehavior"] = ConcurrencyBehavior.IfRowVersionMatches;
            service.Execute(update);
        }

        private JsValue RetrieveMultiple(JsValue request, IOrganizationService service)
        {
            var page = service.RetrieveMultiple(new FetchExpression(Json.TextOf(request, "fetchXml")));
            var rows = new List<JsValue>(page.Entities.Count);
            foreach (var entity in page.Entities)
            {
                rows.Add(EntityRow.Write(this.json, entity));
            }

            var answer = this.json.Object(
                new Member("rows", this.json.List(rows.ToArray())),
                new Member("moreRecords", page.MoreRecords ? JsBoolean.True : JsBoolean.False));
            if (page.PagingCookie != null)
            {
                answer.Set("pagingCookie", Json.Text(page.PagingCookie));
            }

            return answer;
        }

        private JsValue Execute(JsValue request, IOrganizationService service)
        {
            var message = new OrganizationRequest(Json.TextOf(request, "message"));
            foreach (var parameter in Json.Members(request.AsObject().Get("parameters")))
            {
                message.Parameters[parameter.Key] = Values.FromJson(parameter.Value);
            }

            return this.json.Object(service.Execute(message).Results, value => ResultValues.ToJson(this.json, value));
        }

        private static Guid IdOf(JsValue request) => Guid.Parse(Json.TextOf(request, "id"));
    }
}
