package dev.twinsync.flow.plugins;

/** Whether a plugin is in use. */
public sealed interface Standing {

    record On() implements Standing {}

    /** @param why for the end of a sentence: {@code it is in disabled_plugins} */
    record Off(String why) implements Standing {}
}
