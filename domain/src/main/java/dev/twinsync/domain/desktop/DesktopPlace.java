package dev.twinsync.domain.desktop;

import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where settings stand that belong together. */
public sealed interface DesktopPlace {

    /** As documents write it. */
    String text();

    /** Whether a setting in such a place can be called so. */
    boolean allows(SettingName name);

    /**
     * A schema of GSettings: {@code org.gnome.desktop.interface}; one that may stand in several places is written with its
     * path: {@code org.gnome.desktop.app-folders.folder:/org/gnome/desktop/app-folders/folders/Utilities/}.
     *
     * @param path begins and ends with a slash; empty: the one path that the schema has
     */
    record Schema(String id, Optional<String> path) implements DesktopPlace {

        private static final String ID = "[A-Za-z][A-Za-z0-9_.-]{0,254}";
        private static final String PATH = "/([A-Za-z0-9_:.@+~=,%-]+/)+";
        static final String GRAMMAR = ID + "(:" + PATH + ")?";
        private static final Pattern IDS = Pattern.compile(ID);
        private static final Pattern PATHS = Pattern.compile(PATH);
        private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
        private static final int LONGEST = 1024;

        public Schema {
            if (!IDS.matcher(id).matches()) {
                throw new IllegalArgumentException("\"" + id + "\" is not the name of a schema, as"
                        + " org.gnome.desktop.interface or SCHEMA:/path/ is one");
            }
            path.filter(text -> text.length() > LONGEST || !PATHS.matcher(text).matches())
                    .ifPresent(text -> {
                        throw new IllegalArgumentException("\"" + text + "\" is not the path of a schema, as"
                                + " /org/gnome/desktop/app-folders/folders/Utilities/ is one");
                    });
        }

        static Schema of(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Schema(text, Optional.empty())
                    : new Schema(text.substring(0, colon), Optional.of(text.substring(colon + 1)));
        }

        @Override
        public String text() {
            return id + path.map(text -> ":" + text).orElse("");
        }

        @Override
        public boolean allows(SettingName name) {
            return NAMES.matcher(name.text()).matches();
        }
    }

    /** A group of a file of KDE in its owner's {@code ~/.config}, with the groups around it first: {@code kdeglobals[General]}. */
    record Group(String file, List<String> groups) implements DesktopPlace {

        private static final String FILE = "[A-Za-z0-9_]([A-Za-z0-9_. -]{0,126}[A-Za-z0-9_.-])?";
        private static final String GROUP = "[^\\[\\]<>\\s#-]([^\\[\\]<>]{0,253}[^\\[\\]<>\\s])?";
        static final String GRAMMAR = FILE + "(\\[" + GROUP + "\\])+";
        private static final Pattern FILES = Pattern.compile(FILE);
        private static final Pattern GROUPS = Pattern.compile(GROUP);
        private static final Pattern WHOLE = Pattern.compile(GRAMMAR);

        public Group {
            groups = List.copyOf(groups);
            if (!FILES.matcher(file).matches()) {
                throw new IllegalArgumentException(
                        "\"" + file + "\" is not the name of a file of KDE, as kdeglobals is one");
            }
            if (groups.isEmpty() || !groups.stream().allMatch(Group::isGroup)) {
                throw new IllegalArgumentException(groups + " are not groups of a file of KDE, as [General] is one");
            }
        }

        private static boolean isGroup(String group) {
            return GROUPS.matcher(group).matches() && SettingName.isReadable(group);
        }

        static Group of(String text) {
            if (!WHOLE.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is not a file of KDE with its group, as" + " kdeglobals[General] is one");
            }
            int bracket = text.indexOf('[');
            var groups = text.substring(bracket + 1, text.length() - 1);
            return new Group(text.substring(0, bracket), List.of(groups.split("\\]\\[", -1)));
        }

        @Override
        public String text() {
            return file + "[" + String.join("][", groups) + "]";
        }

        @Override
        public boolean allows(SettingName name) {
            return true;
        }
    }

    static DesktopPlace of(DesktopBackend backend, String text) {
        return switch (backend) {
            case GNOME -> Schema.of(text);
            case KDE -> Group.of(text);
        };
    }

    /** Of either desktop: no place of one is also one of the other. */
    static DesktopPlace of(String text) {
        return of(text.endsWith("]") ? DesktopBackend.KDE : DesktopBackend.GNOME, text);
    }

    /** For editors, which know no backend. */
    String GRAMMAR = Schema.GRAMMAR + "|" + Group.GRAMMAR;

    static Shape<DesktopPlace> shape(DesktopBackend backend) {
        return Shape.text("^(" + GRAMMAR + ")$", text -> of(backend, text), DesktopPlace::text);
    }
}
