using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Bbl.Replay
{
    /// <summary>The recorded service calls of one execution, in order. A call that differs ends the replay.</summary>
    internal sealed class RecordedCalls
    {
        private readonly IReadOnlyList<Recorded> calls;
        private int next;

        public RecordedCalls(IReadOnlyList<Recorded> calls) => this.calls = calls;

        /// <summary>Gets the first difference: it may get lost where the host turns exceptions into its own.</summary>
        public DifferenceException? Difference { get; private set; }

        /// <summary>Gets the last fault that was answered.</summary>
        public RecordedFaultException? Fault { get; private set; }

        /// <summary>Compares a call with the recorded one and answers what was recorded, or throws the recorded fault.</summary>
        public T Answer<T>(string identity, string operation, Action<Recorded> compare, Func<object?, T> read)
        {
            this.Compare(identity, operation, compare);
            var answer = this.calls[this.next++].Object("answer");
            if (!answer.Has("fault"))
            {
                return read(answer.Value("value"));
            }

            var fault = answer.Object("fault");
            this.Fault = new RecordedFaultException(fault.Text("code"), fault.Text("message"));
            throw this.Fault;
        }

        public void ExpectEnd()
        {
            if (this.next < this.calls.Count)
            {
                throw new DifferenceException($"call {this.next + 1} of {this.calls.Count} was not made");
            }
        }

        private void Compare(string identity, string operation, Action<Recorded> compare)
        {
            try
            {
                if (this.next == this.calls.Count)
                {
                    throw new DifferenceException($"{operation} as {identity}: no further call was recorded");
                }

                var request = this.calls[this.next].Object("request");
                Comparison.Same("op", request.Text("op"), operation);
                Comparison.Same("as", request.Text("as"), identity);
                compare(request);
            }
            catch (DifferenceException difference)
            {
                this.Difference = this.Difference ?? new DifferenceException($"call {this.next + 1}: {difference.Message}");
                throw this.Difference;
            }
        }
    }
}
