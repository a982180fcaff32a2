package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.os.Heard;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Simulated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a component foretells by is fetched anew by who may do that: the root side. */
class RemoteRenewalTest {

    private static final List<PackageAction> HTOP =
            List.of(new PackageAction.Install(new PackageName("htop"), Optional.empty()));

    /** Its lists can be fetched once. */
    private static final class Fetching extends Simulated<DesiredPackage, LivePackage, PackageAction> {
        private final List<List<PackageAction>> fetchedFor = new ArrayList<>();

        Fetching() {
            super(new Packages(), List.of());
        }

        @Override
        public Attempt renew(List<PackageAction> waiting, Progress progress) {
            progress.said("Get:1 http://x");
            fetchedFor.add(waiting);
            return fetchedFor.size() == 1 ? new Attempt.Ran() : new Attempt.Refused("the mirror does not answer");
        }
    }

    @TempDir
    private Path folder;

    @Test
    void it_is_asked_there_and_answered_with_what_came_of_it() throws IOException {
        var machine = new Fetching();
        var heard = new Heard();
        try (var root = Nearby.hosting(new Hosted<>(new Packages(), machine), new Kept(), folder)) {
            var remote = root.backend(new Packages(), path -> {
                throw new IOException("there is no content at " + path);
            });
            assertEquals(new Attempt.Ran(), remote.renew(HTOP, heard));
            assertEquals(new Attempt.Refused("the mirror does not answer"), remote.renew(HTOP, heard));
        }
        assertEquals(List.of(HTOP, HTOP), machine.fetchedFor);
        assertEquals(List.of("Get:1 http://x", "Get:1 http://x"), heard.said());
    }
}
