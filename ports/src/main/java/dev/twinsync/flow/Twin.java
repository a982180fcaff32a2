package dev.twinsync.flow;

import dev.twinsync.port.TwinRepo;
import java.util.List;

/**
 * A machine and its repository together with all that changes them: what the flows that act work with.
 *
 * @param view the same to look at
 */
public record Twin(View view, TwinRepo repo, List<Equipped<?, ?, ?>> equipped) {

    public Twin {
        equipped = List.copyOf(equipped);
    }

    Hands hands() {
        return new Hands(equipped);
    }

    KeepRecords records() {
        return new KeepRecords(this);
    }
}
