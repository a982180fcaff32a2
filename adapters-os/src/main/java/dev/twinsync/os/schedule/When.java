package dev.twinsync.os.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** When the timer elapses. */
public sealed interface When {

    /** The lines of the timer. */
    List<String> lines();

    /** @param expression as systemd.time has it: {@code daily}, {@code Mon *-*-* 03:00} */
    record At(String expression) implements When {
        private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9*][A-Za-z0-9*:,./~ +-]{0,99}");

        public At {
            if (!GRAMMAR.matcher(expression).matches()) {
                throw new IllegalArgumentException(
                        "a time is said as systemd says it: daily, hourly, \"Mon *-*-* 03:00\" (man systemd.time)");
            }
        }

        /** What was missed while the machine was off is made up for. */
        @Override
        public List<String> lines() {
            return List.of("OnCalendar=" + expression, "Persistent=true");
        }
    }

    /** @param span a number and a unit: {@code 6h}; no longer than a year */
    record Every(String span) implements When {
        private static final Pattern GRAMMAR = Pattern.compile("([1-9][0-9]{0,5})(s|min|h|d|w)");
        private static final Map<String, Duration> UNITS = Map.of(
                "s", Duration.ofSeconds(1),
                "min", Duration.ofMinutes(1),
                "h", Duration.ofHours(1),
                "d", Duration.ofDays(1),
                "w", Duration.ofDays(7));
        private static final Duration LONGEST = Duration.ofDays(366);

        public Every {
            var said = GRAMMAR.matcher(span);
            if (!said.matches()) {
                throw new IllegalArgumentException("a span of time is a number and s, min, h, d or w, as 6h");
            }
            if (UNITS.get(said.group(2))
                            .multipliedBy(Long.parseLong(said.group(1)))
                            .compareTo(LONGEST)
                    > 0) {
                throw new IllegalArgumentException("a span of time is at most a year, as 52w");
            }
        }

        @Override
        public List<String> lines() {
            return List.of("OnActiveSec=" + span, "OnUnitActiveSec=" + span);
        }
    }
}
