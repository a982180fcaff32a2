package dev.twinsync.cli.doctor;

import dev.twinsync.cli.catalog.Catalog;
import dev.twinsync.cli.wiring.PolicyFile;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.policy.Policy;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.KnownNames;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.os.doctor.Finding;
import dev.twinsync.port.Narration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the owner's policy counts, and what it lets happen unattended. */
public record PolicyCheck(Path repository, Path home, PolicyFile file) {

    private static final String WHAT = "policy";

    public Finding finding() {
        try {
            return switch (written()) {
                case Reading.Value<Policy>(var policy) -> Finding.ok(WHAT, unattended(policy));
                case Reading.Wrong<Policy>(var problems) ->
                    Finding.fault(WHAT, RepositoryChecks.words(problems), "edit it");
            };
        } catch (IOException refused) {
            return Finding.fault(WHAT, "does not count", refused.getMessage());
        }
    }

    private static String unattended(Policy policy) {
        var apply = policy.unattended().apply();
        return apply.isEmpty() ? "nothing is applied unattended" : "applied unattended: " + String.join(", ", apply);
    }

    /** Where there is no repository nobody knows what it may name. */
    private Reading<Policy> written() throws IOException {
        var names = names();
        return names.isPresent() ? file.read(names.get()) : file.form();
    }

    /** Where the plugins cannot be read, that is told as a finding of its own. */
    private Optional<KnownNames> names() {
        try {
            return Files.exists(repository.resolve(Layout.CONFIGURATION))
                    ? Optional.of(Catalog.known(
                            Wiring.of(repository, home, Narration.SILENT).plugins()))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
