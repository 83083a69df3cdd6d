using Jint.Native;
using Microsoft.Xrm.Sdk;

namespace Bbl.Plugins
{
    /// <summary>Rows between .NET and JSON: attributes by logical name.</summary>
    internal static class EntityRow
    {
        /// <summary>The entity that a JSON row describes.</summary>
        public static Entity Read(string table, JsValue row)
        {
            var entity = new Entity(table);
            foreach (var column in Json.Members(row))
            {
                entity[column.Key] = Values.FromJson(column.Value);
            }

            return entity;
        }

        /// <summary>
        /// The row as somebody sent it. It may hold columns that others added, of kinds that the rules have none of: such
        /// a column is there, its value is not.
        /// </summary>
        public static JsValue WriteSent(Json json, Entity entity) =>
            json.Object(entity.Attributes, value => Values.IsSupported(value) ? Values.ToJson(json, value) : JsValue.Null);

        /// <summary>The attributes of an entity as a JSON row.</summary>
        public static JsValue Write(Json json, Entity entity) => json.Object(entity.Attributes, value => Values.ToJson(json, value));

        /// <summary>The row, or null where there is none.</summary>
        public static JsValue WriteOrNull(Json json, Entity? entity) => entity is null ? JsValue.Null : Write(json, entity);
    }
}
