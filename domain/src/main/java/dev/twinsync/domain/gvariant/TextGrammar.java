package dev.twinsync.domain.gvariant;

import java.util.Optional;

/** What GLib and D-Bus take for a text, an object path and a signature. */
final class TextGrammar {

    private static final String IN_SIGNATURES = "ybnqiuxthdvasog(){}";

    private TextGrammar() {}

    /** What is wrong with it, without the text itself. */
    static Optional<String> flaw(GType.Basic type, String text) {
        return switch (type) {
            case STRING -> isText(text) ? Optional.empty() : Optional.of("a text holds a zero or half of a letter");
            case OBJECT_PATH ->
                isPath(text)
                        ? Optional.empty()
                        : Optional.of("an object path is made of /, letters, digits and _, as /org/gnome is");
            case SIGNATURE ->
                isSignature(text) ? Optional.empty() : Optional.of("a signature is made of types, as a{sv} is");
            case BOOLEAN, BYTE, INT16, UINT16, INT32, UINT32, INT64, UINT64, HANDLE, DOUBLE ->
                Optional.of("type " + type.signature() + " is no text");
        };
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(letter -> letter == 0 || isHalf(letter));
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isPath(String text) {
        return text.equals("/")
                || text.startsWith("/")
                        && !text.endsWith("/")
                        && !text.contains("//")
                        && text.chars().allMatch(letter -> letter == '/' || isWordLetter(letter));
    }

    private static boolean isWordLetter(int letter) {
        return letter < 128 && (Character.isLetterOrDigit(letter) || letter == '_');
    }

    private static boolean isSignature(String text) {
        return text.chars().allMatch(letter -> IN_SIGNATURES.indexOf(letter) >= 0) && isRowOfTypes(text);
    }

    private static boolean isRowOfTypes(String text) {
        var letters = new Letters(text);
        try {
            while (!letters.atEnd()) {
                GTypeText.next(letters);
            }
            return true;
        } catch (Malformed noType) {
            return false;
        }
    }
}
