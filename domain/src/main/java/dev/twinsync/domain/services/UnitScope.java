package dev.twinsync.domain.services;

import dev.twinsync.domain.shape.Shape;
import java.util.List;
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
     * {@code --user} of their own, from systemd 248 on.
     */
    String option();

    /** The commands that show a unit and what it said last, for a sentence: {@code systemctl status nginx.service}. */
    default String status(UnitName name) {
        return String.join(" and ", looks(name));
    }

    /** The commands that show a unit and what it said last, each for a shell. Those of a user's serve that user and root. */
    List<String> looks(UnitName name);

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
        public List<String> looks(UnitName name) {
            return List.of("systemctl status " + name);
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

        /**
         * Through {@code --machine} systemctl shows no messages, and {@code journalctl --user-unit} those of who calls it only. What is
         * matched here are messages of the unit, and of systemd about it; to root also those of other users' units of that name.
         */
        @Override
        public List<String> looks(UnitName unit) {
            return List.of(
                    "systemctl " + option() + "status " + unit,
                    "journalctl -n 20 _SYSTEMD_USER_UNIT=" + unit + " + USER_UNIT=" + unit);
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
