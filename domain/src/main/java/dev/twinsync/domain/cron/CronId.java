package dev.twinsync.domain.cron;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** What an entry is called within its user's crontab; stands there in the line {@code # twin:backup} before the entry. */
public record CronId(String text) {

    static final String GRAMMAR = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<CronId> SHAPE = Shape.text("^" + GRAMMAR + "$", CronId::new, CronId::text);

    public CronId {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is not an id of a cron entry: up to 64 letters, digits and . _ - are allowed, beginning"
                    + " with a letter or a digit");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
