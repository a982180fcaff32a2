package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/**
 * Where a repository of add-ons is, without a name or password to get in.
 *
 * @param text {@code https://github.com/hassio-addons/repository}, where {@code #BRANCH} may follow
 */
public record RepositorySource(String text) {

    private static final String GRAMMAR = "https?://[A-Za-z0-9][-.:A-Za-z0-9]{0,254}/[-_.~/%+A-Za-z0-9]{1,1000}"
            + "(?:#[A-Za-z0-9][-_./A-Za-z0-9]{0,199})?";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<RepositorySource> SHAPE =
            Shape.text("^" + GRAMMAR + "$", RepositorySource::new, RepositorySource::text);

    public RepositorySource {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + Printable.of(text)
                    + "\" is not the address of a repository of add-ons, as https://github.com/hassio-addons/repository is;"
                    + " no user, password or token may stand in it");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
