package dev.twinsync.domain.timers;

import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** The full name of a timer of the machine: {@code fstrim.timer}. It is a file name, too. */
public record TimerName(String text) {

    private static final int LONGEST = 245;
    private static final String SUFFIX = ".timer";
    private static final String WORD = "[A-Za-z0-9:_\\\\](\\.?[A-Za-z0-9:_\\\\-])*";
    static final String GRAMMAR = WORD + "(@[A-Za-z0-9:_\\\\-](\\.?[A-Za-z0-9:_\\\\@-])*)?\\.timer";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<TimerName> SHAPE = Shape.text("^" + GRAMMAR + "$", TimerName::new, TimerName::text);

    public TimerName {
        if (text.length() > LONGEST || !PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not the full name of a timer, as fstrim.timer or backup@home.timer is one");
        }
    }

    /** What it starts unless it says otherwise. */
    public UnitName unitOfSameName() {
        return new UnitName(text.substring(0, text.length() - SUFFIX.length()) + ".service");
    }

    @Override
    public String toString() {
        return text;
    }
}
