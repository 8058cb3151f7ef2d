using Microsoft.Extensions.Configuration;
using Wolverine;
using Wolverine.Configuration;
using Wolverine.Postgresql;
using Wolverine.Postgresql.Transport;
using Wolverine.RabbitMQ;

namespace PracticeAnalysis.Messaging;

/// <summary>What carries messages between the services. Outbox and inbox are the same whatever it is: tables beside the events.</summary>
public abstract class MessageTransport
{
    private MessageTransport(WolverineOptions options) => Options = options;

    private WolverineOptions Options { get; }

    /// <summary>RabbitMQ where <c>ConnectionStrings:RabbitMq</c> names one (an <c>amqp://</c> address), so that each service may have a database of
    /// its own; else PostgreSQL's queues, which deliver inside one database alone.</summary>
    public static MessageTransport Of(WolverineOptions options, IConfiguration configuration) =>
        configuration.GetConnectionString("RabbitMq") is { Length: > 0 } address
            ? new RabbitMq(options, new(address))
            : new PostgresqlQueues(options);

    /// <summary>Sends a message to the queue of each service that listens to it.</summary>
    public void Publishes<T>(params string[] queues)
    {
        foreach (var queue in queues)
        {
            Send(Options.PublishMessage<T>(), queue);
        }
    }

    /// <summary>Takes messages from a queue.</summary>
    public abstract void Listens(string queue);

    /// <summary>Takes messages from a queue, one after the other: many of them are for the same stream, and would wait for each other.</summary>
    public abstract void ListensInTurn(string queue);

    /// <summary>Handles what the service tells itself one after the other where it is of the same, and beside the others where it is not.</summary>
    /// <param name="of">What it is of, such as a webhook's id.</param>
    public void HandlesInTurn<T>(Func<T, string> of)
    {
        Options.MessagePartitioning.ByMessage(of);
        Options.LocalQueueFor<T>().PartitionProcessingByGroupId(PartitionSlots.Nine);
    }

    private protected abstract void Send(PublishingExpression message, string queue);

    private sealed class PostgresqlQueues : MessageTransport
    {
        public PostgresqlQueues(WolverineOptions options)
            : base(options) => options.Transports.GetOrCreate<PostgresqlTransport>().EnableQueueNotifications = true;

        public override void Listens(string queue) => Options.ListenToPostgresqlQueue(queue);

        public override void ListensInTurn(string queue) => Options.ListenToPostgresqlQueue(queue).Sequential();

        private protected override void Send(PublishingExpression message, string queue) => message.ToPostgresqlQueue(queue);
    }

    private sealed class RabbitMq : MessageTransport
    {
        // What fails for good is kept where the other transport keeps it too: in the service's own database, for its operator.
        public RabbitMq(WolverineOptions options, Uri address)
            : base(options) => options.UseRabbitMq(address).AutoProvision().DisableDeadLetterQueueing();

        public override void Listens(string queue) => Options.ListenToRabbitQueue(queue);

        public override void ListensInTurn(string queue) => Options.ListenToRabbitQueue(queue).Sequential();

        private protected override void Send(PublishingExpression message, string queue) => message.ToRabbitQueue(queue);
    }
}
