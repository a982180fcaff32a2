package dev.twinsync.port;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import java.io.Closeable;
import java.time.Duration;

/** The way to do what needs root: a second process of twin that runs as root and knows no repository. */
@FunctionalInterface
public interface Elevation {

    /**
     * Asks for it, which may ask the person for a password. Nothing on the machine is changed by that.
     *
     * @param patience how long to wait for the root side of another twin
     */
    Answer ask(Duration patience);

    /** What came of asking. */
    sealed interface Answer {

        record Granted(RootSide root) implements Answer {}

        /** @param reason a sentence for the user, with the remedy where twin knows one */
        record Denied(String reason) implements Answer {}

        /**
         * The root side of another twin is still at work, perhaps of one that was killed.
         *
         * @param holder which one, in words: {@code process 4711}
         */
        record Busy(String holder) implements Answer {}
    }

    /** The process that runs as root. Closing it ends it once it has finished what it is at. */
    interface RootSide extends Closeable {

        /**
         * The root side's backend of a plugin. Content that an action needs and the root side has not kept is handed over
         * from this side.
         */
        <L extends Keyed, A extends Action> Backend<L, A> backend(String plugin, Kind<?, L, A> kind);

        @Override
        void close();
    }

    /** There is no such way. */
    static Elevation none(String reason) {
        return _ -> new Answer.Denied(reason);
    }
}
