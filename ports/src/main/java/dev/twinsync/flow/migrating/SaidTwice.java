package dev.twinsync.flow.migrating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what one document says of a thing in several entries. Where they say the same, the first counts and the others are told;
 * where they contradict each other, none counts, since nobody but the user knows which one is right.
 */
record SaidTwice(String file, Ledger ledger) {

    /**
     * @param name of the thing, as the user knows it
     * @param line in which it stands
     */
    record Entry<T>(T entry, String name, long line) {}

    /**
     * The entries that count, one for each thing, in their order.
     *
     * @param agree whether two entries for one thing do not contradict each other
     */
    <T> List<T> once(List<T> entries, Function<T, Entry<T>> as, BiPredicate<T, T> agree) {
        Map<String, List<Entry<T>>> named = new LinkedHashMap<>();
        entries.stream()
                .map(as)
                .forEach(entry -> named.computeIfAbsent(entry.name(), _ -> new ArrayList<>())
                        .add(entry));
        var once = new ArrayList<T>();
        named.values().forEach(same -> {
            var first = same.getFirst().entry();
            if (same.stream().allMatch(entry -> agree.test(first, entry.entry()))) {
                once.add(first);
                tell(same);
            } else {
                refuse(same);
            }
        });
        return once;
    }

    private <T> void tell(List<Entry<T>> same) {
        var reason = "is said in line " + same.getFirst().line() + " already, which says the same and counts";
        same.stream().skip(1).forEach(entry -> ledger.leaveOut(file, entry.line(), entry.name(), reason));
    }

    private <T> void refuse(List<Entry<T>> same) {
        for (Entry<T> entry : same) {
            var others = same.stream()
                    .filter(other -> other != entry)
                    .map(other -> Long.toString(other.line()))
                    .collect(Collectors.joining(", "));
            ledger.leaveUnsettled(
                    file,
                    entry.line(),
                    entry.name(),
                    "is said otherwise in line " + others
                            + ", so that nothing of it was taken over; say in state/ of the new repository which is right");
        }
    }
}
