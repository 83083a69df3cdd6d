using System;
using System.Collections.Generic;
using Jint;
using Jint.Native;
using Jint.Native.Json;

namespace Bbl.Plugins
{
    /// <summary>JSON by the engine that runs the rules: one parser and writer less to trust.</summary>
    internal sealed class Json
    {
        private readonly Engine engine;

        public Json(Engine engine) => this.engine = engine;

        public static string TextOf(JsValue container, string name)
        {
            var value = container.AsObject().Get(name);
            return value.IsString() ? value.AsString() : throw new UnexpectedRulesException($"{name} is not a text.");
        }

        public static string[] Texts(JsValue list)
        {
            var array = list.AsArray();
            var texts = new string[array.Length];
            for (uint index = 0; index < array.Length; index++)
            {
                texts[index] = array[index].AsString();
            }

            return texts;
        }

        /// <summary>The members of an object, in the order they were written.</summary>
        public static IEnumerable<KeyValuePair<string, JsValue>> Members(JsValue container)
        {
            foreach (var property in container.AsObject().GetOwnProperties())
            {
                yield return new KeyValuePair<string, JsValue>(property.Key.ToString(), property.Value.Value);
            }
        }

        public JsValue Parse(string text) => new JsonParser(this.engine).Parse(text);

        public string Write(JsValue value) => new JsonSerializer(this.engine).Serialize(value).ToString();

        public static JsValue Text(string text) => new JsString(text);

        public JsValue List(JsValue[] items) => new JsArray(this.engine, items);

        public JsObject Object(params Member[] members)
        {
            var result = new JsObject(this.engine);
            foreach (var member in members)
            {
                result.Set(member.Name, member.Value);
            }

            return result;
        }

        public JsObject Object<T>(IEnumerable<KeyValuePair<string, T>> members, Func<T, JsValue> convert)
        {
            var result = new JsObject(this.engine);
            foreach (var member in members)
            {
                result.Set(member.Key, convert(member.Value));
            }

            return result;
        }
    }
}
