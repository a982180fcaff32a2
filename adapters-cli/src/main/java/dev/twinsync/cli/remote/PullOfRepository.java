package dev.twinsync.cli.remote;

import dev.twinsync.cli.machine.OneAtATime;
import dev.twinsync.cli.terminal.Unreadable;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.remote.AllWishes;
import dev.twinsync.flow.remote.Pull;
import dev.twinsync.flow.twin.Alone;
import dev.twinsync.port.Narration;
import java.io.IOException;

/** What a pull into a repository is made of, whether a person or the clock asks for it. */
final class PullOfRepository {

    private PullOfRepository() {}

    static Pull in(Wiring wiring, Narration narration) throws IOException {
        var sharing = wiring.sharing();
        return new Pull(
                wiring.repo(),
                new Alone(OneAtATime.ofThisProcess(), narration),
                sharing.history(),
                sharing.remote(),
                sharing.notes(),
                () -> wishes(wiring));
    }

    private static Reading<AllWishes> wishes(Wiring wiring) throws IOException {
        try (var afresh = wiring.afresh()) {
            return AllWishes.of(afresh.view());
        } catch (Unreadable settings) {
            return new Reading.Wrong<>(settings.problems());
        }
    }
}
