package dev.twinsync.domain;

/** One change of one thing. Every kind has a sealed set of its own. */
public interface Action extends Keyed {

    /** The word of the plan file: {@code install}. */
    String op();

    Stage stage();

    Risk risk();

    Undo undo();

    /** Whether something is there before that is not there after. */
    default boolean takesAway() {
        return stage() == Stage.REMOVALS;
    }

    /** Whether it is possible only where nothing is in what it is about: a folder that is taken away. */
    default boolean wantsEmpty() {
        return false;
    }

    /** Whether something is there after that may not have been there before. */
    default boolean makes() {
        return !takesAway();
    }

    /** How bad it can get. */
    enum Risk {
        LOW,
        MEDIUM,
        HIGH,
        /** It may cut off the way into the machine, or the machine itself; {@code --yes} alone never covers this. */
        DESTRUCTIVE
    }

    /** How well it can be taken back. */
    enum Undo {
        EXACT,
        BEST_EFFORT,
        NONE
    }

    /** When it is done, in the order of {@link #values}. Removals and stops go first and in reverse. */
    enum Stage {
        REMOVALS,
        APT_SOURCES,
        PACKAGES,
        FILES,
        SERVICES,
        CONTAINERS,
        HOME_ASSISTANT,
        /** What has to notice what was written before. */
        HOME_ASSISTANT_NOTICES,
        CRON,
        /** What plugins of other people look after. */
        OTHERS,
        DESKTOP,
        /** Last: what comes before may need the network as it is. */
        NETWORK
    }
}
