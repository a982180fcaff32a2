package dev.twinsync.os.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries one law after the other and keeps what came of each. */
final class PluginVerdicts {

    private final List<PluginVerdict> verdicts = new ArrayList<>();

    /** Tried on the program; an exception says in words how it is broken. */
    @FunctionalInterface
    interface Law {
        void tried() throws IOException;
    }

    /** Whether it is kept. */
    boolean judge(String sentence, Law law) {
        try {
            law.tried();
            verdicts.add(new PluginVerdict(sentence, Optional.empty()));
        } catch (IOException broken) {
            verdicts.add(new PluginVerdict(sentence, Optional.of(String.valueOf(broken.getMessage()))));
        }
        return verdicts.getLast().isKept();
    }

    void addAll(List<PluginVerdict> others) {
        verdicts.addAll(others);
    }

    boolean areAllKept() {
        return verdicts.stream().allMatch(PluginVerdict::isKept);
    }

    /** In the order in which they were tried. */
    List<PluginVerdict> all() {
        return List.copyOf(verdicts);
    }
}
