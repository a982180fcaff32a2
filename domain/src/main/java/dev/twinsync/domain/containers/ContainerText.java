package dev.twinsync.domain.containers;

import dev.twinsync.domain.Printable;
import java.util.List;
import java.util.Map;

/** What free text of a container may hold: all of it reaches the engine as JSON, none of it a shell. */
final class ContainerText {

    private static final int LONGEST_NAME = 255;
    private static final int MOST = 128 * 1024;

    private ContainerText() {}

    /** An argument, a value: any text without control characters but for tabulators and line ends. */
    static void check(String what, String text) {
        if (text.length() > MOST) {
            throw new IllegalArgumentException(what + " is longer than " + MOST + " characters");
        }
        if (text.codePoints().anyMatch(ContainerText::isNoText)) {
            throw new IllegalArgumentException(what + " holds a control character or is not UTF-8 text");
        }
    }

    private static boolean isNoText(int point) {
        return Character.isISOControl(point) && point != '\n' && point != '\t'
                || Character.getType(point) == Character.SURROGATE;
    }

    static void checkAll(String what, List<String> texts) {
        texts.forEach(text -> check(what, text));
    }

    /** The name of a variable or a label. */
    static void checkName(String what, String name) {
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.indexOf('=') >= 0
                || !Printable.of(name).equals(name)
                || name.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("\"" + Printable.of(name) + "\" is not the name of a " + what
                    + ": it must have 1 to " + LONGEST_NAME + " letters, no blank and no \"=\"");
        }
    }

    static void checkNames(String what, Map<String, ?> byName) {
        byName.keySet().forEach(name -> checkName(what, name));
    }
}
