package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Puts masks into what was seen. A mask may be longer than its secret, and too long for where it stands: such a thing is not seen.
 *
 * @param masked refuses with an {@link IllegalArgumentException} what cannot bear its masks
 * @param before what stands before the words of such a refusal
 */
record Masking<L extends Keyed>(UnaryOperator<L> masked, String before) {

    static <L extends Keyed> Masking<L> by(UnaryOperator<L> masked) {
        return new Masking<>(masked, "with masks for its secrets, ");
    }

    Observation<L> over(Observation<L> observation) {
        try {
            return switch (observation) {
                case Observation.Seen<L>(var live, var gaps) -> over(live, gaps);
                case Observation.Unavailable<L> unavailable -> unavailable;
            };
        } catch (UncheckedIOException noFingerprint) {
            return new Observation.Unavailable<>(noFingerprint.getMessage());
        }
    }

    private Observation<L> over(List<L> live, List<Gap> gaps) {
        var shown = new ArrayList<L>();
        var all = new ArrayList<>(gaps);
        for (L thing : live) {
            try {
                shown.add(masked.apply(thing));
            } catch (IllegalArgumentException unbearable) {
                all.add(new Gap(thing.key(), before + unbearable.getMessage()));
            }
        }
        return new Observation.Seen<>(shown, all);
    }
}
