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

    /**
     * What points {@code systemctl} at it, with a space behind; empty for the machine's own. It serves the user as well as root, who has a
     * {@code --user} of their own.
     */
    String option();

    /** The command that shows a unit and what it said last. */
    default String status(UnitName name) {
        return "systemctl " + option() + "status " + name;
    }

    /** The command that finds faults in the file of a unit, with whose command it is. */
    String verify(UnitName name);

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

        @Override
        public String verify(UnitName name) {
            return "systemd-analyze verify " + name;
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
            return "--user --machine=" + name + "@ ";
        }

        /** Unlike the other it looks where the unit files of the caller are. */
        @Override
        public String verify(UnitName unit) {
            return "as " + name + " systemd-analyze --user verify " + unit;
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
