package dev.twinsync.os.worker;

import java.util.Optional;

/**
 * Whether a program of a plugin keeps one law.
 *
 * @param law in a sentence about the program: {@code it ends at the end of its input}
 * @param fault why it does not, empty: it does
 */
public record PluginVerdict(String law, Optional<String> fault) {

    public boolean isKept() {
        return fault.isEmpty();
    }
}
