using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Bbl.Replay
{
    /// <summary>
    /// Reads JSON into dictionaries, lists, texts, longs, booleans and null. Not the parser under test, and nothing that
    /// Mono's basic packages lack. Recordings hold no fractions: money and decimals are texts.
    /// </summary>
    internal sealed class JsonReader
    {
        private readonly string text;
        private int at;

        private JsonReader(string text) => this.text = text;

        public static object? Read(string text)
        {
            var reader = new JsonReader(text);
            var value = reader.Value();
            reader.SkipSpace();
            return reader.at == text.Length ? value : throw reader.Unexpected();
        }

        private object? Value()
        {
            this.SkipSpace();
            switch (this.Peek())
            {
                case '{':
                    return this.Object();
                case '[':
                    return this.List();
                case '"':
                    return this.Text();
                case 't':
                    return this.Word("true", true);
                case 'f':
                    return this.Word("false", false);
                case 'n':
                    return this.Word("null", null);
                default:
                    return this.Number();
            }
        }

        private Dictionary<string, object?> Object()
        {
            var members = new Dictionary<string, object?>(StringComparer.Ordinal);
            this.at++;
            while (!this.Ends('}', members.Count))
            {
                this.SkipSpace();
                var name = this.Text();
                this.SkipSpace();
                this.Expect(':');
                members.Add(name, this.Value());
            }

            return members;
        }

        private List<object?> List()
        {
            var items = new List<object?>();
            this.at++;
            while (!this.Ends(']', items.Count))
            {
                items.Add(this.Value());
            }

            return items;
        }

        /// <summary>Whether the container ends here; otherwise stands behind the comma that leads to the next member.</summary>
        private bool Ends(char end, int count)
        {
            this.SkipSpace();
            if (this.Peek() == end)
            {
                this.at++;
                return true;
            }

            if (count > 0)
            {
                this.Expect(',');
            }

            return false;
        }

        private string Text()
        {
            this.Expect('"');
            var result = new StringBuilder();
            while (this.Peek() != '"')
            {
                var next = this.text[this.at++];
                result.Append(next == '\\' ? this.Escaped() : next);
            }

            this.at++;
            return result.ToString();
        }

        private char Escaped()
        {
            var kind = this.text[this.at++];
            switch (kind)
            {
                case 'n':
                    return '\n';
                case 'r':
                    return '\r';
                case 't':
                    return '\t';
                case 'b':
                    return '\b';
                case 'f':
                    return '\f';
                case 'u':
                    this.at += 4;
                    return (char)int.Parse(this.text.Substring(this.at - 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                default:
                    return kind;
            }
        }

        private object Number()
        {
            var start = this.at;
            while (this.at < this.text.Length && "+-.eE0123456789".IndexOf(this.text[this.at]) >= 0)
            {
                this.at++;
            }

            return long.TryParse(this.text.Substring(start, this.at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw this.Unexpected();
        }

        private object? Word(string word, object? value)
        {
            if (string.CompareOrdinal(this.text, this.at, word, 0, word.Length) != 0)
            {
                throw this.Unexpected();
            }

            this.at += word.Length;
            return value;
        }

        private void SkipSpace()
        {
            while (this.at < this.text.Length && char.IsWhiteSpace(this.text[this.at]))
            {
                this.at++;
            }
        }

        private void Expect(char expected)
        {
            if (this.Peek() != expected)
            {
                throw this.Unexpected();
            }

            this.at++;
        }

        private char Peek() => this.at < this.text.Length ? this.text[this.at] : throw this.Unexpected();

        private FormatException Unexpected() => new FormatException($"No JSON at character {this.at}.");
    }
}
