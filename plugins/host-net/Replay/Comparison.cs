using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Bbl.Replay
{
    /// <summary>Compares .NET values by kind and content and says in which field they differ.</summary>
    internal static class Comparison
    {
        public static void Same(string field, object? expected, object? actual)
        {
            var wanted = TextOf(expected);
            var found = TextOf(actual);
            if (!string.Equals(wanted, found, StringComparison.Ordinal))
            {
                throw new DifferenceException($"{field}: expected {wanted}, found {found}");
            }
        }

        /// <summary>Both hold the same names with the same values, in any order.</summary>
        public static void SameMembers(
            string field,
            IEnumerable<KeyValuePair<string, object?>> expected,
            IEnumerable<KeyValuePair<string, object?>> actual)
        {
            var found = actual.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
            foreach (var member in expected)
            {
                if (!found.TryGetValue(member.Key, out var value))
                {
                    throw new DifferenceException($"{field}.{member.Key}: expected {TextOf(member.Value)}, found nothing");
                }

                Same($"{field}.{member.Key}", member.Value, value);
                found.Remove(member.Key);
            }

            foreach (var left in found)
            {
                throw new DifferenceException($"{field}.{left.Key}: expected nothing, found {TextOf(left.Value)}");
            }
        }

        /// <summary>Kind and content; of decimals every digit counts, also zeros at the end.</summary>
        private static string TextOf(object? value)
        {
            switch (value)
            {
                case null:
                    return "null";
                case string text:
                    return $"\"{text}\"";
                case Money money:
                    return $"Money {money.Value.ToString(CultureInfo.InvariantCulture)}";
                case OptionSetValue option:
                    return $"Choice {option.Value.ToString(CultureInfo.InvariantCulture)}";
                case EntityReference reference:
                    return $"Lookup {reference.LogicalName} {reference.Id:D}";
                case DateTime time:
                    return $"DateTime {time.Kind} {time.ToString("O", CultureInfo.InvariantCulture)}";
                case string[] texts:
                    return $"[{string.Join(", ", texts.Select(TextOf))}]";
                case Enum number:
                    return $"{number.GetType().Name} {number}";
                default:
                    return $"{value.GetType().Name} {Convert.ToString(value, CultureInfo.InvariantCulture)}";
            }
        }
    }
}
