using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A request has half a minute to be answered; what is sent line by line goes on for as long as there is of it.</summary>
public class when_an_answer_takes_long(ReportingFixture service)
{
    [Theory]
    [InlineData("/v1/engagements/{id:guid}/history")]
    [InlineData("/v1/engagements/{id:guid}/export")]
    [InlineData("/v1/proof/entries")]
    [InlineData("/v1/proof/heads/reporting")]
    public void no_time_limit_cuts_it_off(string route) =>
        service
            .Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Single(e => e.RoutePattern.RawText == route)
            .Metadata.GetMetadata<DisableRequestTimeoutAttribute>()
            .ShouldNotBeNull();
}
