package dev.twinsync.os.schedule;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.JsonReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When twin's timer elapses next, out of what {@code systemctl list-timers --output=json} lists. There it is a time of day for every
 * timer; as a property, one that counts from the last time is a span since the machine was started.
 */
final class NextElapse {

    private static final String MICROSECONDS = "[1-9][0-9]{0,17}";

    private NextElapse() {}

    static Optional<Instant> in(String list) {
        return JsonReader.read(list.replace('\n', ' ').strip())
                        instanceof Reading.Value<Tree>(Tree.Sequence(var timers, var _))
                ? timers.stream().flatMap(NextElapse::ofOwn).findFirst()
                : Optional.empty();
    }

    private static Stream<Instant> ofOwn(Tree timer) {
        return timer instanceof Tree.Mapping map && UnitFiles.TIMER.equals(word(map, "unit"))
                ? Stream.of(word(map, "next"))
                        .filter(text -> text.matches(MICROSECONDS))
                        .map(text -> Instant.EPOCH.plus(Long.parseLong(text), ChronoUnit.MICROS))
                : Stream.empty();
    }

    private static String word(Tree.Mapping map, String key) {
        return map.get(key).map(Tree::inline).orElse("");
    }
}
