using System;
using System.Globalization;
using Jint.Native;

namespace Bbl.Plugins
{
    /// <summary>
    /// Results of platform messages. Besides the values of rows they hold enumerations (access rights, privilege
    /// depths) and lists of small objects (role privileges), which become numbers, lists and objects of their properties.
    /// </summary>
    internal static class ResultValues
    {
        public static JsValue ToJson(Json json, object? value)
        {
            if (value is Enum)
            {
                return JsNumber.Create(Convert.ToInt32(value, CultureInfo.InvariantCulture));
            }

            if (value is object[] list && !(value is string[]))
            {
                return json.List(Array.ConvertAll(list, item => ObjectToJson(json, item)));
            }

            return Values.ToJson(json, value);
        }

        private static JsValue ObjectToJson(Json json, object item)
        {
            var result = json.Object();
            foreach (var property in item.GetType().GetProperties())
            {
                var value = property.GetValue(item);
                if (value is Enum || value is string || value is bool || value is int || value is Guid)
                {
                    result.Set(property.Name, ToJson(json, value));
                }
            }

            return result;
        }
    }
}
