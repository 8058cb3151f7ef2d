namespace PracticeAnalysis.Pages.Auditor;

/// <summary>What says how an archive is verified, and what verifies it.</summary>
public static class Readme
{
    /// <summary>The page that verifies an archive, opened from the disk.</summary>
    public static string Verifier { get; } = Read();

    /// <summary>The name of the text and the text, in a language.</summary>
    public static (string Name, string Text) In(string language, Guid engagement) =>
        language == "fr" ? ("LISEZMOI.txt", French(engagement)) : ("README.txt", English(engagement));

    private static string French(Guid engagement) =>
        $"""
            L’historique de l’intervention {engagement}, et sa preuve

            Pour vérifier, gardez ce fichier ZIP tel quel. Sortez-en verify.html, ouvrez-le dans un navigateur
            et donnez-lui le ZIP. La page n’utilise aucun réseau. Elle rend une déclaration datée, à imprimer.
            Un autre programme, practice-verify, dit la même chose :

              practice-verify export audit-{engagement}.zip

            Ajoutez ce que vous teniez d’ailleurs que d’ici, s’il y a lieu :

              --trusted-key CLÉ --trusted-checkpoint FICHIER

            Ce que contient le ZIP
              history.ndjson              l’historique, un événement par ligne, aux pseudonymes de votre mandat
              proof/entries.ndjson        le registre, une entrée par ligne : ce que l’arbre de Merkle lie
              proof/checkpoints.ndjson    les points signés
              proof/heads-*.ndjson        la fin de chaque chaîne, selon la base de chaque service
              proof/keys.json             les clés du registre
              schemas/                    le schéma JSON de chaque type d’événement, dans sa dernière version
              verify.html                 le vérificateur

            Gardez proof/checkpoints.ndjson et proof/keys.json là où le cabinet ne peut écrire. Donnés à la page avec
            un ZIP ultérieur, ils montrent une réécriture de tout.

            """;

    private static string English(Guid engagement) =>
        $"""
            The history of the engagement {engagement}, and its proof

            To verify it, keep this ZIP file as it is. Take verify.html out of it, open that in a browser
            and give it the ZIP. The page uses no network. It makes a dated statement, to be printed.
            Another program, practice-verify, says the same:

              practice-verify export audit-{engagement}.zip

            Add what you had from elsewhere than here, if you had anything:

              --trusted-key KEY --trusted-checkpoint FILE

            What the ZIP holds
              history.ndjson              the history, an event on each line, under the pseudonyms of your grant
              proof/entries.ndjson        the ledger, an entry on each line: what the Merkle tree binds
              proof/checkpoints.ndjson    the signed checkpoints
              proof/heads-*.ndjson        the end of each chain, as each service's own store says it
              proof/keys.json             the log's keys
              schemas/                    the JSON Schema of each type of event, in its last version
              verify.html                 the verifier

            Keep proof/checkpoints.ndjson and proof/keys.json where the practice cannot write. Given to the page with
            a later ZIP, they show a rewrite of everything.

            """;

    private static string Read()
    {
        using var text = new StreamReader(typeof(Readme).Assembly.GetManifestResourceStream("verify.html")!);
        return text.ReadToEnd();
    }
}
