package dev.twinsync.os.schedule;

import java.util.List;
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

    /** @param span a number and a unit: {@code 6h} */
    record Every(String span) implements When {
        private static final Pattern GRAMMAR = Pattern.compile("[1-9][0-9]{0,5}(s|min|h|d|w)");

        public Every {
            if (!GRAMMAR.matcher(span).matches()) {
                throw new IllegalArgumentException("a span of time is a number and s, min, h, d or w, as 6h");
            }
        }

        @Override
        public List<String> lines() {
            return List.of("OnActiveSec=" + span, "OnUnitActiveSec=" + span);
        }
    }
}
