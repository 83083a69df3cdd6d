using System;
using System.Globalization;
using Jint;
using Jint.Native;
using Microsoft.Xrm.Sdk;

namespace Bbl.Plugins
{
    /// <summary>
    /// Values of rows between .NET and JSON. Money and decimals are decimal text, never a JSON number; what JSON cannot
    /// name carries its kind in `t`. Shapes: dataverse/src/ports/values.ts.
    /// </summary>
    internal static class Values
    {
        private const string Utc = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

        /// <summary>A value of a row or parameter as JSON; kinds that no rule uses are an error, never dropped.</summary>
        public static JsValue ToJson(Json json, object? value)
        {
            switch (value)
            {
                case null:
                    return JsValue.Null;
                case string text:
                    return Json.Text(text);
                case bool flag:
                    return flag ? JsBoolean.True : JsBoolean.False;
                case int number:
                    return JsNumber.Create(number);
                case long number:
                    return JsNumber.Create(number);
                case decimal number:
                    return Tagged(json, "decimal", number.ToString(CultureInfo.InvariantCulture));
                case Money money:
                    return Tagged(json, "money", money.Value.ToString(CultureInfo.InvariantCulture));
                case OptionSetValue option:
                    return json.Object(new Member("t", Json.Text("choice")), new Member("v", JsNumber.Create(option.Value)));
                case EntityReference reference:
                    return Lookup(json, reference);
                case DateTime time:
                    return Tagged(json, "datetime", time.ToString(Utc, CultureInfo.InvariantCulture));
                case Guid id:
                    return Tagged(json, "guid", Id(id));
                case string[] texts:
                    return json.List(Array.ConvertAll(texts, text => Json.Text(text)));
                case AliasedValue aliased:
                    return ToJson(json, aliased.Value);
                default:
                    throw new UnexpectedRulesException($"Values of type {value.GetType().FullName} are not supported.");
            }
        }

        /// <summary>Whether <see cref="ToJson"/> takes values of this type.</summary>
        public static bool IsSupported(object? value) =>
            value is null || value is string || value is bool || value is int || value is long || value is decimal || value is Money
            || value is OptionSetValue || value is EntityReference || value is DateTime || value is Guid || value is string[]
            || (value is AliasedValue aliased && IsSupported(aliased.Value));

        /// <summary>The .NET value that Dataverse expects for this JSON value.</summary>
        public static object? FromJson(JsValue value)
        {
            if (value.IsNull() || value.IsUndefined())
            {
                return null;
            }

            if (value.IsString())
            {
                return value.AsString();
            }

            if (value.IsBoolean())
            {
                return value.AsBoolean();
            }

            if (value.IsNumber())
            {
                return checked((int)value.AsNumber());
            }

            return value is JsArray ? Json.Texts(value) : FromTagged(value);
        }

        public static string Id(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

        private static object FromTagged(JsValue value)
        {
            var kind = Json.TextOf(value, "t");
            return kind switch
            {
                "money" => new Money(Decimal(value)),
                "decimal" => Decimal(value),
                "choice" => new OptionSetValue(checked((int)value.AsObject().Get("v").AsNumber())),
                "lookup" => new EntityReference(Json.TextOf(value, "table"), Guid.Parse(Json.TextOf(value, "id"))),
                "datetime" => Time(Json.TextOf(value, "v")),
                "guid" => Guid.Parse(Json.TextOf(value, "v")),
                _ => throw new UnexpectedRulesException($"Unknown kind of value {kind}."),
            };
        }

        private static decimal Decimal(JsValue value) =>
            decimal.Parse(Json.TextOf(value, "v"), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

        private static DateTime Time(string text) =>
            DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

        private static JsValue Tagged(Json json, string kind, string text) =>
            json.Object(new Member("t", Json.Text(kind)), new Member("v", Json.Text(text)));

        private static JsValue Lookup(Json json, EntityReference reference)
        {
            var table = Json.Text(reference.LogicalName);
            var id = Json.Text(Id(reference.Id));
            return reference.Name is null
                ? json.Object(new Member("t", Json.Text("lookup")), new Member("table", table), new Member("id", id))
                : json.Object(new Member("t", Json.Text("lookup")), new Member("table", table), new Member("id", id), new Member("name", Json.Text(reference.Name)));
        }
    }
}
