using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Bbl.Replay
{
    /// <summary>
    /// What a recorded value is in .NET, written apart from the host's own conversion, which it judges. Shapes:
    /// dataverse/src/ports/values.ts.
    /// </summary>
    internal static class RecordedValues
    {
        public static object? ToDotnet(object? value)
        {
            switch (value)
            {
                case long number:
                    return checked((int)number);
                case List<object?> list:
                    return list.TrueForAll(item => item is string) ? list.Cast<string>().ToArray() : (object)list.Select(Grant.Of).ToArray();
                case Dictionary<string, object?> _:
                    return Tagged(Recorded.Of(value));
                default:
                    return value;
            }
        }

        /// <summary>The attributes of a recorded row. Columns of linked tables come as the platform sends them.</summary>
        public static Entity ToEntity(string table, object? row)
        {
            var entity = new Entity(table);
            foreach (var column in Recorded.Of(row).Members)
            {
                var value = ToDotnet(column.Value);
                entity[column.Key] = column.Key.IndexOf('.') < 0 ? value : new AliasedValue(table, column.Key, value);
            }

            return entity;
        }

        public static void CopyTo(ParameterCollection target, object? values)
        {
            foreach (var member in Recorded.Of(values).Members)
            {
                target[member.Key] = ToDotnet(member.Value);
            }
        }

        private static object Tagged(Recorded value)
        {
            switch (value.Text("t"))
            {
                case "money":
                    return new Money(Decimal(value.Text("v")));
                case "decimal":
                    return Decimal(value.Text("v"));
                case "choice":
                    return new OptionSetValue(value.Number("v"));
                case "lookup":
                    return new EntityReference(value.Text("table"), value.Id("id")) { Name = (string?)value.Value("name") };
                case "datetime":
                    return DateTime.Parse(value.Text("v"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
                case "guid":
                    return value.Id("v");
                default:
                    throw new FormatException($"Unknown kind of value {value.Text("t")}.");
            }
        }

        private static decimal Decimal(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
    }
}
