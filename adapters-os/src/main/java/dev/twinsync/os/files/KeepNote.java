package dev.twinsync.os.files;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That somebody wants kept content for so many days: an empty file beside it, {@code DIGEST.365}, whose time is when that was
 * asked for last. Everything stands in its name, so that it is there or not, and none takes the place of another one.
 *
 * @param content what the content's file is called: its digest in hexadecimal
 */
record KeepNote(String content, long days) {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.([0-9]{1,5})");

    String name() {
        return content + "." + days;
    }

    /** Empty where a file of this name is none. */
    static Optional<KeepNote> of(String name) {
        var found = NAME.matcher(name);
        return found.matches()
                ? Optional.of(new KeepNote(found.group(1), Long.parseLong(found.group(2))))
                : Optional.empty();
    }

    /** @param asked when that was asked for last */
    Instant until(Instant asked) {
        return asked.plus(Duration.ofDays(days));
    }
}
