package dev.twinsync.flow.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether what was taken for several patterns is one, with a comma in it.
 *
 * @param patterns as they were named, in order
 */
record LostComma(List<String> patterns) {

    private static final List<String> COMMAS = List.of(",", ", ");
    /** A name with more commas is rare, and each run is compared with all that is declared. */
    private static final int MOST_PARTS = 4;

    /**
     * The pattern that may have been meant.
     *
     * @param wrong one that means nothing by itself
     * @param beginsAName whether a pattern begins with a kind or plugin, and so is no later part of a name
     * @param meansSomething whether there is what a pattern names
     */
    Optional<String> meant(String wrong, Predicate<String> beginsAName, Predicate<String> meansSomething) {
        return runsWith(patterns.indexOf(wrong))
                .filter(run -> run.stream().skip(1).noneMatch(beginsAName))
                .flatMap(run -> COMMAS.stream().map(comma -> String.join(comma, run)))
                .filter(meansSomething)
                .findFirst();
    }

    /** Those few that are named one after the other, this one among them, the shortest first. */
    private Stream<List<String>> runsWith(int at) {
        return IntStream.rangeClosed(2, Math.min(MOST_PARTS, patterns.size()))
                .boxed()
                .flatMap(length -> IntStream.rangeClosed(
                                Math.max(0, at - length + 1), Math.min(at, patterns.size() - length))
                        .mapToObj(from -> patterns.subList(from, from + length)));
    }
}
