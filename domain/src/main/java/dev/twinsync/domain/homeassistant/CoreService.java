package dev.twinsync.domain.homeassistant;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/**
 * Something that Home Assistant can be asked to do, by the name that it has there.
 *
 * @param text domain and service: {@code automation.reload}
 */
public record CoreService(String text) {

    private static final String GRAMMAR = "[a-z][a-z0-9_]{0,63}\\.[a-z][a-z0-9_]{0,63}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);

    static final Shape<CoreService> SHAPE = Shape.text("^" + GRAMMAR + "$", CoreService::new, CoreService::text);

    /** All of it anew, after which nothing else has to be read again. */
    static final CoreService RESTART = new CoreService("homeassistant.restart");

    public CoreService {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no service of Home Assistant");
        }
    }

    public String domain() {
        return text.substring(0, text.indexOf('.'));
    }

    public String service() {
        return text.substring(text.indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
