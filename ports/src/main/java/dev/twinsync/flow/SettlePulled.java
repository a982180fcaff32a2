package dev.twinsync.flow;

import dev.twinsync.domain.policy.PulledWishes;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.PulledNotes;
import java.io.IOException;
import java.util.List;

/** Finds out what a pull brought in that was cut off before it could tell. */
public final class SettlePulled {

    private SettlePulled() {}

    /** The notes as they are then; as they were where the wishes cannot be read, for then nothing is planned either. */
    public static PulledWishes of(View view, PulledNotes notes) throws IOException {
        var found = notes.read();
        if (found.before().isEmpty()) {
            return found;
        }
        return switch (view.survey().ofWishes()) {
            case Reading.Wrong<List<Look<?, ?, ?>>> _ -> found;
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                var settled = found.settled(AskedFor.noted(looks));
                notes.write(settled);
                yield settled;
            }
        };
    }
}
