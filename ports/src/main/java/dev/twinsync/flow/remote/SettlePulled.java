package dev.twinsync.flow.remote;

import dev.twinsync.domain.policy.PulledWishes;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.View;
import dev.twinsync.port.PulledNotes;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.SharedHistory;
import java.io.IOException;

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
        return switch (AllWishes.of(view)) {
            case Reading.Wrong<AllWishes> _ -> found;
            case Reading.Value<AllWishes>(var wishes) -> {
                var settled = found.settled(wishes.noted(), wishes.plugins());
                notes.write(settled);
                yield settled;
            }
        };
    }

    /** Whether nothing is awaited, or what is came in. */
    static boolean hasArrived(PulledWishes notes, Own own) throws IOException {
        return notes.awaited().isEmpty() || own.has(notes.awaited().get());
    }
}
