package dev.twinsync.flow;

import dev.twinsync.domain.policy.PulledWishes;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.PulledNotes;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.SharedHistory;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Finds out what a pull brought in that was cut off before it could tell, or that its user finished by git after a conflict. */
public final class SettlePulled {

    private SettlePulled() {}

    /** The commits that what stands here is built upon. */
    @FunctionalInterface
    public interface Own {

        boolean has(String commit) throws IOException;

        static Own of(RepoView repo, SharedHistory history) {
            return commit -> {
                var head = repo.head();
                return head.isPresent() && history.isPartOf(commit, head.get());
            };
        }
    }

    /** The notes as they are then; as they were where the wishes cannot be read, for then nothing is planned either. */
    public static PulledWishes of(View view, PulledNotes notes, Own own) throws IOException {
        var found = notes.read();
        if (found.before().isEmpty() || !hasArrived(found, own)) {
            return found;
        }
        return switch (view.survey().ofWishes()) {
            case Reading.Wrong<List<Look<?, ?, ?>>> _ -> found;
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                var settled = settled(found, looks);
                notes.write(settled);
                yield settled;
            }
        };
    }

    /** Whether nothing is awaited, or what is came in. */
    static boolean hasArrived(PulledWishes notes, Own own) throws IOException {
        return notes.awaited().isEmpty() || own.has(notes.awaited().get());
    }

    static PulledWishes settled(PulledWishes notes, List<Look<?, ?, ?>> looks) {
        var plugins = looks.stream().map(look -> look.plugin().name()).collect(Collectors.toSet());
        return notes.settled(AskedFor.noted(looks), plugins);
    }
}
