using Marten;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>Whoever decides, a request or a timer, all that was decided is stored and told, or nothing is.</summary>
public class when_a_decision_is_carried_out(EngagementFixture service)
{
    private readonly Guid _person = Guid.NewGuid();
    private readonly Guid _other = Guid.NewGuid();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_timer_loses_no_part_of_what_it_decided()
    {
        var mark = new Received($"test/{_person}");
        await Due(
            Decision
                .Of(new IdentityRectified(_person))
                .With(new PersonRecord(_other) { Id = _other }, new IdentityRectified(_other))
                .Naming(_person, "Camille Canari")
                .Storing(mark)
        );

        await using var session = await Store.ForTenant("cabinet", Cancel);
        (await session.LoadAsync<PersonRecord>(_person, Cancel))!.RectifiedAt.ShouldNotBeNull();
        (await session.LoadAsync<PersonRecord>(_other, Cancel))!.RectifiedAt.ShouldNotBeNull();
        (await session.LoadAsync<IdentityRecord>(_person, Cancel)).ShouldNotBeNull();
        (await session.LoadAsync<Received>(mark.Id, Cancel)).ShouldBe(mark);
    }

    [Fact]
    public async Task a_timer_that_is_refused_is_heard_of()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Due(Refusal.OfOrder("It is too early.", "Wait.")));

        await using var session = await Store.ForTenant("cabinet", Cancel);
        (await session.LoadAsync<PersonRecord>(_person, Cancel)).ShouldBeNull();
    }

    [Fact]
    public void of_two_decisions_that_are_joined_nothing_is_dropped()
    {
        var beside = new PersonRecord(_other);
        Decision Half(Guid id) =>
            Decision
                .Of(new IdentityRectified(id))
                .With(beside, new IdentityRectified(_other))
                .Naming(id, "X")
                .Storing(id)
                .Telling(_ => id)
                .Scheduling(DateTimeOffset.UnixEpoch, id);

        var joined = Half(_person).And(Half(_other));
        (joined.Facts.Count, joined.Elsewhere.Count, joined.Names.Count, joined.Documents.Count).ShouldBe((2, 2, 2, 2));
        (joined.Messages.Count, joined.Scheduled.Count).ShouldBe((2, 2));
    }

    private IDocumentStore Store => service.Host.Services.GetRequiredService<IDocumentStore>();

    // As a message of the service to itself does, when it is due.
    private async Task Due(Decision decision)
    {
        var services = service.Host.Services;
        await using var session = await Store.ForTenant("cabinet", Cancel);
        var inbox = new Inbox(
            session,
            services.GetRequiredService<Recording>(),
            services.GetRequiredService<HybridClock>(),
            new MartenOutbox(services.GetRequiredService<IWolverineRuntime>(), session),
            TimeProvider.System
        );
        await inbox.Begin<PersonRecord>(_person, DateTimeOffset.UtcNow, (_, _) => Task.FromResult(decision), Cancel);
        await session.SaveChangesAsync(Cancel);
    }
}
