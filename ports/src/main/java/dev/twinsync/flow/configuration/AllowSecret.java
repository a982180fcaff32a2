package dev.twinsync.flow.configuration;

import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.content.OrNothing;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.Edit;
import dev.twinsync.port.Pointer;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records in {@code config.yaml} that something which twin refuses to commit is no secret, or may be seen. */
public final class AllowSecret {

    private final TwinRepo repo;
    private final Anew anew;
    private final Outgoing outgoing;

    /** The same repository, guarded by the configuration as it is now. */
    @FunctionalInterface
    public interface Anew {
        TwinRepo open() throws IOException;
    }

    /** What is refused of the commits that no remote has yet. */
    @FunctionalInterface
    public interface Outgoing {
        List<Leak> leaks() throws IOException;
    }

    public AllowSecret(TwinRepo repo, Anew anew, Outgoing outgoing) {
        this.repo = repo;
        this.anew = anew;
        this.outgoing = outgoing;
    }

    /** How it ended. */
    public sealed interface Result {

        /** @param commit empty in a repository without commits: the first one is to be that of {@code twin init} */
        record Allowed(Optional<String> commit) implements Result {}

        record AllowedBefore() implements Result {}

        /** Nothing that is refused now has this fingerprint. */
        record NotRefused(List<Leak> refused) implements Result {}

        record Unreadable(List<Problem> problems) implements Result {}
    }

    /** @param reason why, for who reads the configuration */
    public Result allow(String fingerprint, Optional<String> reason) throws IOException {
        return switch (repo.read(Configuration.document())) {
            case Reading.Wrong<Optional<Configuration>>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<Optional<Configuration>>(var settings) ->
                settings.orElse(Configuration.DEFAULT).allowedSecrets().contains(fingerprint)
                        ? new Result.AllowedBefore()
                        : allowIfRefused(fingerprint, reason);
        };
    }

    private Result allowIfRefused(String fingerprint, Optional<String> reason) throws IOException {
        var refused = new ArrayList<>(repo.leaks(Layout.COMMITTED));
        if (refused.stream().noneMatch(leak -> leak.fingerprint().equals(fingerprint))) {
            refused.addAll(outgoing.leaks());
        }
        if (refused.stream().noneMatch(leak -> leak.fingerprint().equals(fingerprint))) {
            return new Result.NotRefused(refused);
        }
        var allowed = new Edit.Append(Pointer.of(Configuration.ALLOWED_SECRETS), Tree.text(fingerprint), reason);
        return OrNothing.of(repo, edits -> {
            edits.edit(Layout.CONFIGURATION, () -> repo.edit(Layout.CONFIGURATION, List.of(allowed)));
            return new Result.Allowed(repo.head().isEmpty() ? Optional.empty() : commit(fingerprint));
        });
    }

    private Optional<String> commit(String fingerprint) throws IOException {
        return anew.open().commit("twin config: allow secret " + fingerprint, Set.of(Layout.CONFIGURATION));
    }
}
