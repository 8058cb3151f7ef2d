using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using PracticeAnalysis.Reporting.Outbound.Events;
using PracticeAnalysis.Reporting.Outbound.Webhooks;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Calls go to public addresses alone, whatever a name says of itself.</summary>
public class when_calling_out
{
    private static Egress Egress(bool loopback = false, string environment = "Development") =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Webhooks:AllowLoopback"] = loopback.ToString() })
                .Build(),
            new HostingEnvironment { EnvironmentName = environment }
        );

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("fc00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    [InlineData("2002:a00:1::")]
    [InlineData("::10.0.0.1")]
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("fec0::1")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("100:0:0:1::1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("2620:4f:8000::1")]
    [InlineData("4000::1")]
    [InlineData("8000::1")]
    [InlineData("e000::1")]
    [InlineData("200::1")]
    public void a_closed_address_is_not_reached(string address) => Egress().Allows(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:93.184.216.34")]
    public void a_public_address_is(string address) => Egress().Allows(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("https://hr.example/hooks?of=a@b", true)]
    [InlineData("https://hr.example:8443/hooks/@me", true)]
    [InlineData("http://hr.example/", false)]
    [InlineData("https://@hr.example/", false)]
    [InlineData("https://user:word@hr.example/", false)]
    [InlineData("https://hr.example:0/", false)]
    [InlineData("https://hr.example/a\r\nHost: other", false)]
    [InlineData("https://hr.example/a b", false)]
    [InlineData("https:\\\\hr.example/", false)]
    [InlineData("https://hr.example/#part", false)]
    [InlineData("https://[::10.0.0.1]/", false)]
    [InlineData("https://[2606:4700::1111%25eth0]/", false)]
    [InlineData("https://[3fff::1]/", false)]
    [InlineData("https://10.0.0.1./", false)]
    [InlineData("https://10。0。0。1/", false)]
    [InlineData("https://１０.0.0.1/", false)]
    [InlineData("https://①0.0.0.1/", false)]
    [InlineData("https://1\u00ad0.0.0.1/", false)]
    [InlineData("https://1\u200b0.0.0.1/", false)]
    [InlineData("https://0xa000001./", false)]
    [InlineData("https://012.0.0.1./", false)]
    [InlineData("https://167772161./", false)]
    [InlineData("https://167772161/", false)]
    [InlineData("https://[4000::1]/", false)]
    [InlineData("https://[8000::1]/", false)]
    [InlineData("https://[e000::1]/", false)]
    [InlineData("https://[200::1]/", false)]
    [InlineData("https://[2606:4700::1111]/", true)]
    [InlineData("https://93.184.216.34/", true)]
    [InlineData("https://93.184.216.34./", true)]
    [InlineData("https://256.256.256.256/", false)]
    [InlineData("https://1.2.3.4.5/", false)]
    [InlineData("https://0x/", false)]
    [InlineData("https://a.0x/", false)]
    [InlineData("https://-a.example/", false)]
    [InlineData("https://a-.example/", false)]
    [InlineData("https://xn--.example/", false)]
    [InlineData("https://xn--a.example/", false)]
    [InlineData("https://exa_mple.com/", false)]
    [InlineData("https://localhost./", false)]
    [InlineData("https://a..example/", false)]
    [InlineData("https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example/", false)]
    [InlineData("https://hooks.internal/", false)]
    [InlineData("https://HOOKS.Local./", false)]
    [InlineData("https://a.localhost/", false)]
    [InlineData("https://engagement.default.svc/", false)]
    [InlineData("https://engagement.default.svc.cluster.local/", false)]
    [InlineData("https://engagement/", false)]
    [InlineData("https://hr.example./", true)]
    [InlineData("https://intermédiaire.example/", true)]
    [InlineData("https://xn--intermdiaire-ieb.example/", true)]
    public void an_address_is_read_as_it_is_written(string url, bool taken) =>
        (
            SubscribeWebhook.Decide(new(new(url)), Given.Act(Kernel.Roles.Practice), new byte[24], loopback: false).Refusal?.Detail
            == "url is not an address that can be called."
        ).ShouldBe(!taken);

    [Fact]
    public void a_zone_is_none_of_an_address_of_this_machine_either() =>
        SubscribeWebhook
            .Decide(new(new("https://[::1%251]/")), Given.Act(Kernel.Roles.Practice), new byte[24], loopback: true)
            .Refusal.ShouldNotBeNull();

    [Fact]
    public void events_that_a_role_is_never_told_of_are_refused_with_those_that_it_is()
    {
        SubscribeWebhook asked = new(new("https://hr.example/"), ["nothing"]);
        SubscribeWebhook
            .Decide(asked, Given.Act(Kernel.Roles.Practice), new byte[24], loopback: false)
            .Refusal!.Satisfy.ShouldBe($"Give one or more of: {string.Join(", ", EventCatalogue.TypesFor(Kernel.Roles.Practice))}.");
    }

    [Fact]
    public void this_machine_is_reached_in_development_alone_and_only_when_asked_for()
    {
        Egress(loopback: true).Allows(IPAddress.Loopback).ShouldBeTrue();
        Egress(loopback: true).Allows(IPAddress.Parse("10.0.0.1")).ShouldBeFalse();
        Egress(loopback: true, Environments.Production).Allows(IPAddress.Loopback).ShouldBeFalse();
    }

    [Fact]
    public async Task a_name_that_leads_to_a_closed_address_is_not_called()
    {
        using var http = new HttpClient(new SocketsHttpHandler { ConnectCallback = Egress().Connect });
        var failed = await Should.ThrowAsync<HttpRequestException>(() =>
            http.GetAsync(new Uri("http://localhost:9/"), TestContext.Current.CancellationToken)
        );
        failed.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
    }
}
