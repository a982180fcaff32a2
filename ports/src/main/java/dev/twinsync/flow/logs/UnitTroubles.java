package dev.twinsync.flow.logs;

import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogReport;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The units that something is the matter with.
 *
 * @param failed those that systemd calls failed
 * @param critical those that wrote something critical or worse since boot
 * @param errors those that errors are known of, those with the most first
 */
public record UnitTroubles(List<String> failed, List<String> critical, List<OfUnit> errors) {

    public UnitTroubles {
        failed = List.copyOf(failed);
        critical = List.copyOf(critical);
        errors = List.copyOf(errors);
    }

    /**
     * The errors of one unit.
     *
     * @param kinds how many different ones
     * @param count how often any of them was seen
     * @param lastSeen UTC
     */
    public record OfUnit(String unit, long kinds, long count, String lastSeen) {}

    static UnitTroubles of(LogIndex index, LogFilter filter) {
        return new UnitTroubles(
                units(index, LogReport::failedUnits, filter),
                units(index, report -> report.counts().criticalUnits(), filter),
                errors(index, filter));
    }

    private static List<String> units(LogIndex index, Function<LogReport, List<String>> part, LogFilter filter) {
        return LogOverview.sources(index).stream()
                .flatMap(source -> part.apply(source.report()).stream())
                .filter(filter::isAbout)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<OfUnit> errors(LogIndex index, LogFilter filter) {
        Map<String, List<ErrorSignature>> byUnit = index.signatures().stream()
                .filter(error -> filter.isAbout(error.unit()))
                .collect(Collectors.groupingBy(ErrorSignature::unit, TreeMap::new, Collectors.toList()));
        return byUnit.entrySet().stream()
                .map(entry -> ofUnit(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(OfUnit::count).reversed())
                .toList();
    }

    private static OfUnit ofUnit(String unit, List<ErrorSignature> errors) {
        return new OfUnit(
                unit,
                errors.size(),
                errors.stream().mapToLong(ErrorSignature::count).sum(),
                errors.stream()
                        .map(ErrorSignature::lastSeen)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    public boolean isEmpty() {
        return failed.isEmpty() && critical.isEmpty() && errors.isEmpty();
    }
}
