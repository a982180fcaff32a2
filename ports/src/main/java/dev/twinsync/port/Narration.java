package dev.twinsync.port;

import dev.twinsync.domain.Outcome;

/** Where a flow tells what it is about, while it is about it. */
public interface Narration {

    /** A plugin looks at the machine. */
    void looking(String plugin);

    /** An action begins, or is so far. @param percent 0 to 100 */
    void acting(String actionId, int percent, String what);

    void ended(String actionId, Outcome outcome);

    /** Nothing goes on before another twin has ended. @param holder who that is, in words */
    void waiting(String holder);

    /** Nobody listens. */
    Narration SILENT = new Narration() {
        @Override
        public void looking(String plugin) {}

        @Override
        public void acting(String actionId, int percent, String what) {}

        @Override
        public void ended(String actionId, Outcome outcome) {}

        @Override
        public void waiting(String holder) {}
    };
}
