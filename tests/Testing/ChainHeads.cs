using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Kernel;
using Shouldly;
using Wolverine;

namespace PracticeAnalysis.Testing;

/// <summary>The heads of a service's chains, which list every stream of a practice.</summary>
public static class ChainHeads
{
    /// <summary>They are for an auditor whom the practice granted all of its engagements, while it does.</summary>
    /// <param name="path">Where the practice makes one stream of the service's, by the body.</param>
    public static async Task ShouldWantAGrant<TProgram>(this ServiceFixture<TProgram> service, string heads, string path, string body)
        where TProgram : class
    {
        var tenant = $"cabinet-{Guid.NewGuid():N}";
        var person = Guid.CreateVersion7();
        var auditor = service.As(Roles.Auditor, person, tenant);
        await service.As(Roles.Practice, tenant: tenant).Post(path, body, 201);
        await auditor.Get(heads, 403);

        var (one, all, past) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var until = DateTimeOffset.UtcNow.AddDays(30);
        await Tell(new(one, person, [Guid.CreateVersion7()], until, false, new(one, 1, Given.Now)));
        await Tell(new(past, person, null, Given.Now, false, new(past, 1, Given.Now)));
        await auditor.Get(heads, 403);

        await Tell(new(all, person, null, until, false, new(all, 1, Given.Now)));
        (await auditor.Lines(heads)).ShouldHaveSingleItem()["tenant"]!.GetValue<string>().ShouldBe(tenant);
        await service.As(Roles.Auditor, Guid.CreateVersion7(), tenant).Get(heads, 403);
        await service.As(Roles.Auditor, person).Get(heads, 403);

        // Taken back is taken back, and what was told before it and comes after changes nothing.
        await Tell(new(all, person, null, until, true, new(all, 3, Given.Now)));
        await Tell(new(all, person, null, until, false, new(all, 1, Given.Now)));
        await auditor.Get(heads, 403);

        async Task Tell(AuditGrantChanged message)
        {
            await using var scope = service.Host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeForTenantAsync(tenant, message);
        }
    }
}
