package dev.twinsync.flow.twin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which captures stay: the newest ones, and of each day before them the last, so that days are not pushed out by hours. What
 * was let go at one time would not stay at a later one, so it is the same however often it is thinned out.
 *
 * <p>What is of a time that is to come is of a clock that was ahead, or the clock is behind now: nobody knows which. So it is
 * thinned out by itself, and neither pushes out what is not, nor is pushed out by it.
 *
 * @param keep how many of the newest; none: nothing stays
 * @param days how old any of them may become, in days
 */
record Thinning(long keep, long days) {

    /** @param captures the times at which they were made */
    Set<Instant> staying(Collection<Instant> captures, Instant now) {
        var oldest = now.minus(Duration.ofDays(days));
        var staying = new HashSet<Instant>();
        captures.stream()
                .collect(Collectors.partitioningBy(now::isBefore))
                .values()
                .forEach(part -> staying.addAll(newestAndLastOfDays(part)));
        staying.removeIf(oldest::isAfter);
        return staying;
    }

    private Set<Instant> newestAndLastOfDays(List<Instant> captures) {
        var newestFirst =
                captures.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        var staying = keep == 0 ? new HashSet<Instant>() : lastOfDays(newestFirst);
        newestFirst.stream().limit(keep).forEach(staying::add);
        return staying;
    }

    /** By the day of UTC, as the folders are called. */
    private static Set<Instant> lastOfDays(List<Instant> newestFirst) {
        var days = new HashSet<LocalDate>();
        var last = new HashSet<Instant>();
        for (Instant capture : newestFirst) {
            if (days.add(capture.atOffset(ZoneOffset.UTC).toLocalDate())) {
                last.add(capture);
            }
        }
        return last;
    }
}
