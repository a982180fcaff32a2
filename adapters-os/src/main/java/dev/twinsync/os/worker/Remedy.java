package dev.twinsync.os.worker;

import java.util.List;
import java.util.Optional;

/**
 * What helps where a program says one of these things.
 *
 * @param words what it, or who tried to start it, said; a part of that
 * @param remedy with words in it that stand for names
 */
record Remedy(List<String> words, String remedy) {

    /** The first of them that fits. */
    static Optional<String> of(List<Remedy> remedies, String said) {
        return remedies.stream()
                .filter(candidate -> candidate.words.stream().anyMatch(said::contains))
                .findFirst()
                .map(Remedy::remedy);
    }
}
