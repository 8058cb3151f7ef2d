using System.Net.Sockets;
using JasperFx;
using Marten.Exceptions;
using Npgsql;
using PracticeAnalysis.EventStore;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>Whether something is tried again is said by what caused it, however deep that is.</summary>
[Trait("Part", "database_falls")]
public class when_a_database_falls
{
    [Theory]
    [InlineData("08006")] // the connection broke
    [InlineData("57P01")] // it is shut down
    [InlineData("57P02")] // it crashed
    [InlineData("57P03")] // it recovers
    [InlineData("53300")] // no connection is left
    [InlineData("53100")] // its disk is full
    [InlineData("40001")] // rolled back
    [InlineData("40P01")] // a deadlock
    [InlineData("25006")] // a standby that is to become the primary
    [InlineData("28P01")] // the password is being changed
    public void its_own_words_are_transient(string state)
    {
        Transient.IsCause(Said(state)).ShouldBeTrue();
        Transient.IsCause(new MartenCommandException(null!, Said(state))).ShouldBeTrue();
        Transient.IsCause(new AggregateException(new InvalidOperationException("", Said(state)))).ShouldBeTrue();
    }

    [Fact]
    public void a_broken_connection_is_transient_however_deep()
    {
        foreach (
            var cause in (Exception[])
                [
                    new NpgsqlException("", new IOException()),
                    new TimeoutException(),
                    new SocketException((int)SocketError.ConnectionRefused),
                ]
        )
        {
            Transient
                .IsCause(new InvalidOperationException("", new AggregateException(new MartenCommandException(null!, cause))))
                .ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("23505")] // it is there already
    [InlineData("22P05")] // a text that it cannot hold
    [InlineData("42501")] // not allowed
    [InlineData("42P01")] // no such table
    public void what_cannot_succeed_is_not(string state) =>
        Transient.IsCause(new MartenCommandException(null!, Said(state))).ShouldBeFalse();

    [Fact]
    public void a_lost_race_is_one_however_deep()
    {
        Race.WasLost(new AggregateException(new InvalidOperationException("", new MartenCommandException(null!, Said("23505")))))
            .ShouldBeTrue();
        Race.WasLost(new InvalidOperationException("", new ConcurrencyException(typeof(string), "x"))).ShouldBeTrue();
        Race.WasLost(new MartenCommandException(null!, Said("22P05"))).ShouldBeFalse();
    }

    private static PostgresException Said(string state) => new("", "ERROR", "ERROR", state);
}
