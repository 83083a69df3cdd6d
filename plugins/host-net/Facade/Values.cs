using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace Microsoft.Xrm.Sdk
{
    public class DataCollection<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
        where TKey : notnull
    {
        private readonly Dictionary<TKey, TValue> items = new Dictionary<TKey, TValue>();

        protected internal DataCollection()
        {
        }

        public virtual TValue this[TKey key]
        {
            get => this.items[key];
            set => this.items[key] = value;
        }

        public int Count => this.items.Count;

        public void Add(TKey key, TValue value) => this.items.Add(key, value);

        public bool Contains(TKey key) => this.items.ContainsKey(key);

        public bool TryGetValue(TKey key, out TValue value) => this.items.TryGetValue(key, out value!);

        public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => this.items.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();
    }

    public class DataCollection<T> : Collection<T>
    {
    }

    public sealed class ParameterCollection : DataCollection<string, object?>
    {
    }

    public sealed class AttributeCollection : DataCollection<string, object?>
    {
    }

    public sealed class EntityImageCollection : DataCollection<string, Entity>
    {
    }

    public class Entity
    {
        public Entity(string entityName) => this.LogicalName = entityName;

        public Entity(string entityName, Guid id)
            : this(entityName) => this.Id = id;

        public string LogicalName { get; set; }

        public virtual Guid Id { get; set; }

        public AttributeCollection Attributes { get; set; } = new AttributeCollection();

        public string? RowVersion { get; set; }

        public object? this[string attributeName]
        {
            get => this.Attributes[attributeName];
            set => this.Attributes[attributeName] = value;
        }
    }

    public sealed class EntityReference
    {
        public EntityReference(string logicalName, Guid id)
        {
            this.LogicalName = logicalName;
            this.Id = id;
        }

        public Guid Id { get; set; }

        public string LogicalName { get; set; }

        public string? Name { get; set; }
    }

    public sealed class OptionSetValue
    {
        public OptionSetValue(int value) => this.Value = value;

        public int Value { get; set; }
    }

    public sealed class Money
    {
        public Money(decimal value) => this.Value = value;

        public decimal Value { get; set; }
    }

    public sealed class AliasedValue
    {
        public AliasedValue(string entityLogicalName, string attributeLogicalName, object? value)
        {
            this.EntityLogicalName = entityLogicalName;
            this.AttributeLogicalName = attributeLogicalName;
            this.Value = value;
        }

        public string EntityLogicalName { get; }

        public string AttributeLogicalName { get; }

        public object? Value { get; }
    }

    public sealed class EntityCollection
    {
        public DataCollection<Entity> Entities { get; } = new DataCollection<Entity>();

        public bool MoreRecords { get; set; }

        public string? PagingCookie { get; set; }
    }
}
