namespace PracticeAnalysis.Gateway;

/// <summary>Which pages of other origins a browser may let ask: none, unless <c>Cors:Origins</c> names them one by one.</summary>
public static class Origins
{
    /// <summary>Adds the rule; without a name in the configuration no answer carries a CORS header.</summary>
    public static void AddCors(this WebApplicationBuilder builder)
    {
        var named = builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? [];
        builder.Services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
                policy
                    .WithOrigins(named)
                    .WithMethods("GET", "POST")
                    .WithHeaders("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID")
                    .WithExposedHeaders("ETag", "Link", "Location", "Retry-After")
            )
        );
    }
}
