package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.network.NetworkAction;
import java.util.Map;
import java.util.Optional;

/**
 * What one action comes to.
 *
 * @param before what was there, with all its secrets: what is brought back if need be
 * @param wanted what is to be there, with all its secrets; empty: nothing
 */
record Rewriting(
        NetworkAction action, Optional<SavedProfile> before, Optional<Map<String, Map<String, GVariant>>> wanted) {

    String uuid() {
        return action.uuid().text();
    }

    boolean isNew() {
        return before.isEmpty();
    }

    /** Not to give away what is in it. */
    @Override
    public String toString() {
        return action.op() + " " + uuid();
    }
}
