package dev.twinsync.flow.unattended;

import java.util.List;

/**
 * What a pull before the look brought in.
 *
 * @param done what came, each in a sentence; none where nothing did
 * @param faults why nothing came, each in a sentence; none where nothing stood in the way
 */
public record Brought(List<String> done, List<String> faults) {

    /** By no pull. */
    public static final Brought NOTHING = new Brought(List.of(), List.of());

    public Brought {
        done = List.copyOf(done);
        faults = List.copyOf(faults);
    }
}
