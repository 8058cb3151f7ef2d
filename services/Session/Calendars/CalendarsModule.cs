using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Calendars;

/// <summary>Calendars, read by their address.</summary>
public static class CalendarsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<CalendarLink>();
                store.Schema.For<CalendarAddress>().SingleTenanted();
            },
            Views = views =>
                views
                    .AddSingleton<IKeepsOfPersons, KeptLinks>()
                    .AddScoped<ReadCalendar>()
                    .AddScoped<NewAddress>()
                    .AddScoped(scope => new View<CalendarLink>(
                        _ => [],
                        (link, _, _) => CalendarLinkView.Of(link, scope.GetRequiredService<NewAddress>().Text)
                    )),
            Ledgered = [typeof(CalendarLinkFact)],
        };
}
