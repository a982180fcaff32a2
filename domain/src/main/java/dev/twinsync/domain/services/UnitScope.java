package dev.twinsync.domain.services;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** Which systemd a unit belongs to: the machine's, or the one that each user has. */
public sealed interface UnitScope {

    UnitScope SYSTEM = new Machine();

    String GRAMMAR = "system|user:" + User.GRAMMAR;

    Shape<UnitScope> SHAPE = Shape.text("^(" + GRAMMAR + ")$", UnitScope::parse, UnitScope::text);

    /** As documents write it: {@code system}, {@code user:alice}. */
    String text();

    /** The key of a unit in this scope: {@code nginx.service}, {@code alice/foo.service}. */
    String key(UnitName name);

    /** What points {@code systemctl} at it, with a space behind; empty for the machine's own. */
    String option();

    /** Where the owner's own unit files, links to others and masks lie. */
    String folder();

    record Machine() implements UnitScope {
        @Override
        public String text() {
            return "system";
        }

        @Override
        public String key(UnitName name) {
            return name.text();
        }

        @Override
        public String folder() {
            return "/etc/systemd/system";
        }

        @Override
        public String option() {
            return "";
        }
    }

    record User(String name) implements UnitScope {
        static final String GRAMMAR = "[A-Za-z_][A-Za-z0-9_.-]{0,31}";
        private static final Pattern PATTERN = Pattern.compile(GRAMMAR);

        public User {
            if (!PATTERN.matcher(name).matches()) {
                throw new IllegalArgumentException("\"" + name + "\" is not a user name");
            }
        }

        @Override
        public String text() {
            return "user:" + name;
        }

        @Override
        public String key(UnitName unit) {
            return name + "/" + unit;
        }

        @Override
        public String folder() {
            return "~/.config/systemd/user";
        }

        @Override
        public String option() {
            return "--user ";
        }
    }

    private static UnitScope parse(String text) {
        if (text.equals("system")) {
            return SYSTEM;
        }
        if (text.startsWith("user:")) {
            return new User(text.substring("user:".length()));
        }
        throw new IllegalArgumentException("expected system or user:NAME, found \"" + text + "\"");
    }
}
