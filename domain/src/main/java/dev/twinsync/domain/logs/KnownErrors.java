package dev.twinsync.domain.logs;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is remembered of errors from one capture to the next. */
public final class KnownErrors {

    private static final int MOST = 500;

    /** As much as the index can hold. */
    private static final long MOST_TIMES = 999_999_999_999_999_999L;

    /** A word that is none, in an index that somebody edited, comes last. */
    private static final Comparator<String> GRAVEST_FIRST =
            Comparator.<String>comparingInt(Severity::rank).thenComparing(naturalOrder());

    private static final Comparator<ErrorSignature> NEWEST_FIRST = comparing(ErrorSignature::lastSeen, reverseOrder())
            .thenComparing(ErrorSignature::unit)
            .thenComparing(ErrorSignature::text);

    private KnownErrors() {}

    /**
     * The errors that are known after a capture, the newest first: of too many, those that were seen last.
     *
     * <p>An error is new since the last snapshot if it was not known then; at the first capture everything would be, which
     * tells nothing, so nothing is. It is new since the last apply if it was first seen after its end, known or not.
     *
     * @param known before this capture
     * @param sighted at this capture; where they have no time, they were seen at that of the capture
     * @param capturedAt UTC, as all times here, all in the same form
     */
    public static List<ErrorSignature> after(
            List<ErrorSignature> known,
            List<Sighting> sighted,
            String capturedAt,
            Optional<String> previousCapture,
            Optional<String> lastApplyEndedAt) {
        var errors = new HashMap<ErrorName, ErrorSignature>();
        known.forEach(error -> add(errors, error));
        var before = previousCapture.map(_ -> Set.copyOf(errors.keySet()));
        sighted.forEach(sighting -> add(errors, seen(sighting, capturedAt)));
        return errors.values().stream()
                .sorted(NEWEST_FIRST)
                .limit(MOST)
                .map(error -> error.withNewSince(newSince(error, before, lastApplyEndedAt)))
                .toList();
    }

    private static void add(Map<ErrorName, ErrorSignature> errors, ErrorSignature error) {
        errors.merge(error.name(), error, KnownErrors::together);
    }

    private static ErrorSignature seen(Sighting sighting, String capturedAt) {
        return new ErrorSignature(
                sighting.signature(),
                sighting.severity().word(),
                sighting.unit(),
                sighting.firstAt().orElse(capturedAt),
                sighting.lastAt().orElse(capturedAt),
                sighting.count(),
                List.of());
    }

    private static ErrorSignature together(ErrorSignature one, ErrorSignature other) {
        return new ErrorSignature(
                one.text(),
                least(GRAVEST_FIRST, one.severity(), other.severity()),
                one.unit(),
                least(naturalOrder(), one.firstSeen(), other.firstSeen()),
                least(reverseOrder(), one.lastSeen(), other.lastSeen()),
                Math.min(MOST_TIMES, one.count() + other.count()),
                List.of());
    }

    private static String least(Comparator<String> order, String one, String other) {
        return order.compare(one, other) <= 0 ? one : other;
    }

    private static List<String> newSince(
            ErrorSignature error, Optional<Set<ErrorName>> knownBefore, Optional<String> lastApplyEndedAt) {
        var since = new ArrayList<String>();
        if (knownBefore.filter(keys -> !keys.contains(error.name())).isPresent()) {
            since.add(ErrorSignature.SNAPSHOT);
        }
        if (lastApplyEndedAt.filter(end -> error.firstSeen().compareTo(end) > 0).isPresent()) {
            since.add(ErrorSignature.APPLY);
        }
        return since;
    }
}
