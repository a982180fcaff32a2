package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.Shortened;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What has a version and is no add-on. */
public enum Component {
    CORE("Home Assistant"),
    SUPERVISOR("the Supervisor"),
    OS("Home Assistant OS");

    private final String title;

    Component(String title) {
        this.title = title;
    }

    /** The word of documents: {@code core}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For sentences. */
    public String title() {
        return title;
    }

    static Optional<Component> called(String word) {
        return Stream.of(values())
                .filter(component -> component.word().equals(word))
                .findFirst();
    }

    static Component named(String word) {
        return called(word)
                .orElseThrow(() -> new IllegalArgumentException("there is no component \"" + Shortened.to(100, word)
                        + "\"; there are core, supervisor and os"));
    }
}
