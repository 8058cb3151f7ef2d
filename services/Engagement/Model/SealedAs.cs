namespace PracticeAnalysis.Engagement.Model;

/// <summary>The names under which texts are sealed that are shown too: who opens one gives the same name. They are stored, and never change.</summary>
internal static class SealedAs
{
    internal const string AcceptanceShownBy = "Acceptance.ShownBy";
    internal const string ApiKeyName = "ApiKeyIssued.Name";
    internal const string Asked = "RequestSubmitted.Asked";
    internal const string Asks = "ProtagonistHeard.Asks";
    internal const string CharterText = "CharterProposed.Text";
    internal const string EngagementReason = "Engagement.Reason";
    internal const string ExceptionReason = "StabilityExceptionAsked.Reason";
    internal const string Finding = "DiagnosisFindingRecorded.Text";
    internal const string GroupName = "GroupConstituted.Name";
    internal const string LeavingReason = "MemberLeft.Reason";
    internal const string ObjectionReason = "DepartureObjected.Reason";
    internal const string Process = "SupportProcessProposed.Text";
    internal const string QualificationTitle = "QualificationEvidenced.Title";
    internal const string RateReason = "Dispositif.RateReason";
    internal const string RequestContext = "RequestContextRecorded.Context";

    /// <summary>A request has one reason at a time, whoever gave it.</summary>
    internal const string RequestReason = "Request.Reason";

    internal const string Stakes = "ProtagonistHeard.Stakes";
    internal const string SuccessionShownBy = "SuccessionAccepted.ShownBy";
    internal const string Summary = "DiagnosisRestituted.Summary";
}
